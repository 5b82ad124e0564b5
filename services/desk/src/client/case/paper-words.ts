/** What the list of papers and their viewer say. */
export const paperWords = {
  page: { zh: '第 {nth} 页', en: 'Page {nth}' },
  withApplication: { zh: '随申请提交', en: 'with the application' },
  supplemented: { zh: '{day} 补交', en: 'handed in on {day}' },
  promised: { zh: '已作告知承诺，未交原件', en: 'promised in writing, the paper itself is not here' },
  open: { zh: '查看', en: 'Look at it' },
  viewer: { zh: '材料查看：{name}', en: 'Paper: {name}' },
  close: { zh: '关闭', en: 'Close' },
  previous: { zh: '上一页', en: 'Previous page' },
  next: { zh: '下一页', en: 'Next page' },
  larger: { zh: '放大', en: 'Zoom in' },
  smaller: { zh: '缩小', en: 'Zoom out' },
  turn: { zh: '旋转', en: 'Turn' },
  apart: { zh: '在新窗口打开', en: 'Open in a window of its own' },
  away: { zh: '这份材料现在打不开，请稍后再试。', en: 'This paper cannot be opened now. Try again in a moment.' },
  unreadable: {
    zh: '这份文件这里显示不了，请在新窗口打开。',
    en: 'This file cannot be shown here: open it in a window of its own.',
  },
  of: { zh: '{nth} / {all}', en: '{nth} of {all}' },
} as const;
