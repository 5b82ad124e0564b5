import type { BilingualText } from '../page/reader';
import { list } from '../parts/format';

export const apply = {
  lead: {
    zh: '每一步都会自动保存，可以随时离开，换一台设备继续填写。',
    en: 'Every step is saved. You can stop and continue later, on any device.',
  },
  kept: (until: string): BilingualText => ({ zh: `草稿保留到 ${until}`, en: `The draft is kept until ${until}` }),
  tasks: { zh: '申请步骤', en: 'Steps' },
  questions: { zh: '回答问题', en: 'Questions' },
  materials: { zh: '准备材料', en: 'Materials' },
  aboutWhom: { zh: '为谁办理', en: 'Whom is this about?' },
  aboutSelf: { zh: '我本人', en: 'Me' },
  chooseWhom: { zh: '请选择为谁办理', en: 'Choose whom this is about' },
  noChild: {
    zh: '您的家庭登记里没有未成年人，这件事不能在这里提交。登记有误的，请到户籍窗口更正。',
    en: 'No minor is registered in your household, so this cannot be handed in here. If the register is wrong, have it corrected at a registration counter.',
  },
  check: { zh: '核对并提交', en: 'Check and submit' },
  done: { zh: '已完成', en: 'Done' },
  open: { zh: '未完成', en: 'To do' },
  optional: { zh: '选填', en: 'Optional' },
  later: { zh: '先完成前面几项', en: 'After the steps above' },
  discard: { zh: '删除草稿', en: 'Delete the draft' },
  discardTitle: { zh: '删除这份草稿？', en: 'Delete this draft?' },
  discardMeans: {
    zh: '已经填写的内容和上传的材料会一起删除，不能恢复。',
    en: 'The answers and papers in it are deleted too. You cannot get them back.',
  },
  discardNot: { zh: '不删除，返回', en: 'Keep it and go back' },

  forWhom: { zh: '为谁申请？', en: 'Who is this application for?' },
  forSelf: { zh: '本人', en: 'Myself' },
  forParent: { zh: '父母或其他家人', en: 'A parent or another relative' },
  forAnother: { zh: '其他家人', en: 'Another relative' },
  forOtherHint: { zh: '已委托您代办', en: 'You may act for this person' },
  forOrganisationHint: { zh: '您可以代这个单位办理', en: 'You may act for this organisation' },
  forNewHint: {
    zh: '需要先得到对方委托：对方在网上确认，或到窗口确认。',
    en: 'They must first let you act for them, online or at a counter.',
  },
  forWhomMissing: { zh: '请选择为谁申请', en: 'Choose who the application is for' },
  goOn: { zh: '继续', en: 'Continue' },
  notEligible: { zh: '现在不能申请', en: 'You cannot apply for this' },
  forSomebodyElse: { zh: '为家人申请', en: 'Apply for a relative' },
  otherThings: { zh: '看看其他事项', en: 'See other services' },
  openAlready: {
    zh: '您已有一件同样的申请正在办理，办结或撤回后才能再提交。',
    en: 'You already have an application for this. You can submit another when it has ended or you have withdrawn it.',
  },
  seeOpen: { zh: '查看正在办理的申请', en: 'See that application' },
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
    zh: '可以拍照或扫描上传：照片不超过 20 MB，PDF 不超过 10 MB；有几页就传几页，按顺序。现在没有的可以先不交，部门需要时会一次告诉您。',
    en: 'Upload photos of up to 20 MB or PDFs of up to 10 MB; if a paper has several pages, upload them in order. What you do not have yet can follow: the department will ask for everything at once.',
  },
  uploaded: { zh: '已上传', en: 'Uploaded' },
  pages: (count: number): BilingualText => ({ zh: `已上传 ${count} 页`, en: `${count} pages uploaded` }),
  notYet: { zh: '未上传', en: 'Not uploaded' },
  promise: { zh: '我承诺属实，需要时补交', en: 'I promise that it is true, and will send it when asked' },
  promised: { zh: '已承诺', en: 'Promised' },

  checkLead: { zh: '请核对。提交以前都可以更改。', en: 'Check your answers. You can change them until you submit.' },
  change: { zh: '更改', en: 'Change' },
  promiseTrue: {
    zh: '本人承诺：所填内容和所交材料真实有效，如有不实愿承担法律责任。',
    en: 'By submitting you declare that your answers and papers are true, and that you answer for them in law.',
  },
  submit: { zh: '提交申请', en: 'Submit' },
  incomplete: (label: BilingualText): BilingualText => ({
    zh: `未填写：${label.zh}`,
    en: `Not answered yet: ${label.en}`,
  }),

  changedSince: {
    zh: '您填的内容刚刚有变化，还没有提交。请按现在的内容再核对一遍',
    en: 'Your answers have changed, and nothing has been submitted yet. Check them again',
  },
  uploadGone: (name: BilingualText): BilingualText => ({
    zh: `“${name.zh}”的文件已经不在了，请重新上传`,
    en: `The file for “${name.en}” is not there any more. Upload it again`,
  }),
  notAccepted: (label: BilingualText): BilingualText => ({
    zh: `请更正：${label.zh}`,
    en: `Please correct: ${label.en}`,
  }),

  received: { zh: '申请已提交', en: 'Application submitted' },
  number: { zh: '办件编号', en: 'Application number' },
  nextTitle: { zh: '接下来', en: 'What happens next' },
  nextStep: (names: readonly BilingualText[]): BilingualText => {
    const { zh, en } = list(names);
    return names.length === 1
      ? { zh: `由${zh}办理。`, en: `${en} is working on it.` }
      : { zh: `正在由${zh}同时办理。`, en: `These departments are working on it at the same time: ${en}.` };
  },
  firstAnswer: (day: string): BilingualText => ({
    zh: `最先出结果的事项，最迟 ${day} 前答复。`,
    en: `The first answer comes by ${day}.`,
  }),
  soon: {
    zh: '部门受理后，这里会写明答复日期。',
    en: 'The dates are shown here as soon as the departments have accepted.',
  },
  keepNumber: {
    zh: '请记下办件编号，可拨打 12345 或到窗口查询。',
    en: 'Keep the number: you can ask about it by calling 12345, or at a counter.',
  },
  follow: { zh: '查看进度', en: 'Track progress' },
} as const;
