export const settings = {
  title: { zh: '语言与长辈版', en: 'Language and larger text' },
  language: { zh: '语言', en: 'Language' },
  mode: { zh: '显示', en: 'Text size' },
  standard: { zh: '标准版', en: 'Standard' },
  standardHint: { zh: '一般大小的文字和按钮', en: 'Text and buttons of the usual size' },
  elder: { zh: '长辈版', en: 'Larger text' },
  elderHint: {
    zh: '大字、大按钮、行距更宽，功能完全一样',
    en: 'Larger text, buttons and spacing; everything else is the same',
  },
  save: { zh: '保存', en: 'Save' },
  remembered: {
    zh: '设置记在这台设备的浏览器里，保留一年。',
    en: 'The choice is kept in this browser for a year.',
  },
} as const;
