import type { BilingualText } from '../page/reader';

export const apply = {
  lead: {
    zh: '每一步都会自动保存，可以随时离开，换一台设备接着填。',
    en: 'Every step is saved. You can leave and go on later, on any device.',
  },
  kept: (until: string): BilingualText => ({ zh: `草稿保留到 ${until}`, en: `The draft is kept until ${until}` }),
  tasks: { zh: '要做的事', en: 'What to do' },
  questions: { zh: '回答问题', en: 'Questions' },
  materials: { zh: '准备材料', en: 'Materials' },
  aboutWhom: { zh: '为谁办理', en: 'Whom is this about?' },
  aboutSelf: { zh: '我本人', en: 'Me' },
  chooseWhom: { zh: '请选择为谁办理', en: 'Choose whom this is about' },
  noChild: {
    zh: '您的家庭登记里没有未成年人，这件事不能在这里提交。登记有误的，请到户籍窗口更正。',
    en: 'No minor is registered in your household, so this cannot be handed in here. If the register is wrong, have it corrected at a registration counter.',
  },
  check: { zh: '核对并提交', en: 'Check and hand in' },
  done: { zh: '已完成', en: 'Done' },
  open: { zh: '未完成', en: 'To do' },
  optional: { zh: '可以不填', en: 'Optional' },
  later: { zh: '先完成前面几项', en: 'After the steps above' },
  discard: { zh: '删除草稿', en: 'Delete the draft' },
  progress: (at: number, of: number): BilingualText => ({
    zh: `第 ${at} 题，共 ${of} 题`,
    en: `Question ${at} of ${of}`,
  }),
  next: { zh: '保存并继续', en: 'Save and continue' },
  save: { zh: '保存', en: 'Save' },
  notSaved: {
    zh: '现在保存不了，您填的内容还在本页。请过一会儿再按一次；急事请拨打 12345。',
    en: 'This cannot be saved at the moment; what you entered is still here. Please try again in a moment, or call 12345.',
  },
  prefilled: (source: BilingualText): BilingualText => ({
    zh: `已按“${source.zh}”填好，有误请更正。`,
    en: `Filled in from: ${source.en}. Please correct it if it is wrong.`,
  }),
  toTasks: { zh: '回到清单', en: 'Back to the list' },

  materialLead: {
    zh: '可以拍照或扫描上传：PDF、JPEG 或 PNG，每份不超过 10 MB。现在没有的可以先不交，部门需要时会一次告诉您。',
    en: 'Upload a photo or scan: PDF, JPEG or PNG, at most 10 MB each. What you do not have yet can follow: the department will ask for everything at once.',
  },
  choose: (name: BilingualText): BilingualText => ({ zh: `选择文件：${name.zh}`, en: `Choose a file: ${name.en}` }),
  upload: { zh: '上传', en: 'Upload' },
  uploading: { zh: '正在上传', en: 'Uploading' },
  uploaded: { zh: '已上传', en: 'Uploaded' },
  notYet: { zh: '还没有', en: 'Not yet' },
  remove: { zh: '移除', en: 'Remove' },
  promise: { zh: '我承诺属实，需要时补交', en: 'I promise that it is true and hand it in when asked' },
  promised: { zh: '已承诺', en: 'Promised' },
  fileMissing: { zh: '请先选择文件', en: 'Choose a file first' },
  fileWrong: { zh: '这个文件不能用：只收 PDF、JPEG 和 PNG', en: 'This file cannot be used: PDF, JPEG and PNG only' },
  fileLarge: {
    zh: '文件超过 10 MB，请压缩或重新拍照',
    en: 'The file is larger than 10 MB: take the photo again or make it smaller',
  },
  filesMany: {
    zh: '已上传、还没有提交的文件太多。请先提交申请，或者移除不用的文件',
    en: 'Too many files are waiting to be handed in. Hand in your application first, or remove files you do not need',
  },
  filesOfADay: {
    zh: '今天上传的文件总量已达上限。请明天继续，或者把文件压缩后再传',
    en: 'You have reached today’s limit for uploads. Go on tomorrow, or make the files smaller first',
  },
  fileFailed: { zh: '上传没有成功，请再试一次', en: 'The upload failed, please try again' },

  checkLead: { zh: '请核对。提交以前都可以更改。', en: 'Check your answers. You can change them until you hand in.' },
  change: { zh: '更改', en: 'Change' },
  promiseTrue: {
    zh: '提交即表示：以上内容属实。',
    en: 'By handing in you declare that this is true.',
  },
  submit: { zh: '提交申请', en: 'Hand in' },
  incomplete: (label: BilingualText): BilingualText => ({
    zh: `还没有回答：${label.zh}`,
    en: `Not answered yet: ${label.en}`,
  }),

  changedSince: {
    zh: '您填的内容刚刚有变化，还没有提交。请按现在的内容再核对一遍',
    en: 'Your answers have changed, and nothing has been handed in yet. Look again at what they are now',
  },
  uploadGone: (name: BilingualText): BilingualText => ({
    zh: `“${name.zh}”的文件已经不在了，请重新上传`,
    en: `The file for “${name.en}” is not there any more. Upload it again`,
  }),
  notAccepted: (label: BilingualText): BilingualText => ({
    zh: `请更正：${label.zh}`,
    en: `Please correct: ${label.en}`,
  }),

  received: { zh: '申请已提交', en: 'Your application is in' },
  number: { zh: '办件编号', en: 'Application number' },
  nextTitle: { zh: '接下来', en: 'What happens next' },
  nextStep: (names: BilingualText): BilingualText => ({
    zh: `正在由${names.zh}同时办理。`,
    en: `Now being worked on, side by side, by: ${names.en}.`,
  }),
  firstAnswer: (day: string): BilingualText => ({
    zh: `最早一项最晚在 ${day} 前答复。`,
    en: `The first answer comes by ${day}.`,
  }),
  soon: {
    zh: '部门受理后，这里会写明答复日期。',
    en: 'The dates are shown here as soon as the departments have accepted.',
  },
  keepNumber: {
    zh: '请记下编号，打 12345 或到窗口都能查。',
    en: 'Keep the number: the service line and the counters can look it up.',
  },
  follow: { zh: '查看进度', en: 'See how far it is' },
} as const;
