const services = (count: number) => ({
  zh: `${count} 个事项，一次申请`,
  en: count === 1 ? '1 item' : `${count} items, one application`,
});

export const home = {
  title: { zh: '一件事，一次办', en: 'One application for everything' },
  lead: {
    zh: '填一次表，几个部门同时办。不用一个窗口一个窗口地跑。',
    en: 'Fill in one form. The departments work on it at the same time.',
  },
  packages: { zh: '高效办成一件事', en: 'Life events' },
  areas: { zh: '按服务领域找', en: 'By service area' },
  services,
  mine: { zh: '已经申请了？', en: 'Already applied?' },
  follow: { zh: '查看我的办件和进度', en: 'Track my applications' },
  standardTitle: { zh: '想用标准版？', en: 'Back to standard text?' },
  elderTitle: { zh: '字太小看不清？', en: 'Is the text too small?' },
  elderSwitch: { zh: '切换到长辈版：大字、大按钮', en: 'Switch to larger text and buttons' },
  standardSwitch: { zh: '切换回标准版', en: 'Switch back to standard text' },
} as const;

export const search = {
  label: { zh: '您想办什么事？', en: 'What would you like to do?' },
  hint: {
    zh: '例如：开小店、养老钱、老人护理；也可以输入拼音首字母，如 kxd',
    en: 'For example: opening a shop, care for a parent',
  },
  button: { zh: '搜索', en: 'Search' },
  title: (query: string) => ({ zh: `“${query}”的搜索结果`, en: `Results for “${query}”` }),
  emptyTitle: { zh: '搜索', en: 'Search' },
  found: (count: number) => ({
    zh: `找到 ${count} 项`,
    en: count === 1 ? '1 result' : `${count} results`,
  }),
  none: { zh: '没有找到', en: 'Nothing was found' },
  noneHelp: {
    zh: '换个说法试试，或者从下面的事项里选择。也可以拨打 12345，请人帮您找。',
    en: 'Try other words, or choose from the list below. You can also call 12345.',
  },
  partOf: (whole: { zh: string; en: string }) => ({ zh: `属于“${whole.zh}”`, en: `Part of “${whole.en}”` }),
} as const;

export const areaWords = {
  lead: { zh: '这个领域可以一次办的事', en: 'What can be done with one application in this area' },
  single: { zh: '单独办理的事项', en: 'Items by themselves' },
  none: {
    zh: '这个领域还没有能在网上一次办的事。可以到街道服务窗口办理，或拨打 12345 咨询。',
    en: 'Nothing in this area can be applied for here yet. Go to the service counter of your street, or call 12345.',
  },
} as const;
