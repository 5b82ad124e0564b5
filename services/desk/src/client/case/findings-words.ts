/** What the form of findings says beside the catalogue’s words. */
export const findingsWords = {
  assessment: ['填写评估', 'Assessment'],
  total: ['总分 {sum} / {most}', 'Total {sum} of {most}'],
  filled: ['已评 {count} / {of} 项', '{count} of {of} scored'],
  level: ['等级 {level}', 'Level {level}'],
  levelLater: ['评完全部项目后显示等级', 'The level is shown when everything is scored'],
  levelOnline: ['联网后显示等级', 'The level is shown when there is a network'],
  points: ['{score} 分', '{score}'],
  ofGroup: ['{sum} / {most} 分', '{sum} of {most}'],
  kept: [
    '已填内容自动保存在这台设备上，提交后删除，最多保留 3 天。',
    'What you fill in is kept on this device until it is sent, for at most 3 days.',
  ],
  keptAt: ['上次保存：{when}', 'Last kept: {when}'],
  notKept: [
    '这台设备的浏览器不允许保存，请在离开本页前提交。',
    'This browser keeps nothing: send it before you leave the page.',
  ],
  discard: ['清空重填', 'Start again'],
  offline: [
    '没有网络。可以继续填写，内容保存在这台设备上；请不要关闭本页，联网后再提交。',
    'There is no network. Go on: it is kept on this device. Keep this page open, and send it when there is one.',
  ],
  waits: [
    '已保存，等待网络。请不要关闭本页；联网后核对文书并确认，即送达申请人。',
    'Kept, and waiting for a network. Keep this page open: when there is one, read the document and confirm.',
  ],
  closed: ['此件现在不能由您作出决定。', 'You cannot decide this case now.'],
  chooseFirst: ['选择准予或不予后才能提交。', 'Choose granted or refused first.'],
} as const;
