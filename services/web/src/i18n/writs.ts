import type { BilingualText } from '../page/reader';

export const writs = {
  title: { zh: '文书和回执', en: 'Documents and receipt' },
  intro: {
    zh: '部门给您的书面通知和决定都在这里，可以打印或者下载保存。',
    en: 'What the departments told you in writing is here, to print or to keep.',
  },
  older: (count: number): BilingualText => ({ zh: `更早的文书（${count} 份）`, en: `Earlier documents (${count})` }),
  receipt: { zh: '收件回执', en: 'Receipt of submission' },
  none: { zh: '部门还没有发出文书。', en: 'No department has sent a document yet.' },
  away: (department: BilingualText): BilingualText => ({
    zh: `${department.zh}的文书暂时读不到，请稍后再看。`,
    en: `Documents of ${department.en} cannot be shown just now. Please look again later.`,
  }),
  issued: (day: string): BilingualText => ({ zh: `${day}签发`, en: `Issued on ${day}` }),
  read: { zh: '查看、打印', en: 'Read or print' },
  pdf: { zh: '下载 PDF', en: 'Download as PDF' },
  to: (name: string): BilingualText => ({ zh: `${name}：`, en: `To ${name}` }),
  digest: { zh: '数据摘要（SHA-256）', en: 'Digest of the data (SHA-256)' },
  noSeal: {
    zh: '本文书由系统按登记数据生成，未加盖电子签章；数据摘要用于核对内容，不具有签章效力。需要盖章原件的，请到窗口领取。',
    en: 'Made by the system from registered data, without an electronic seal. The digest lets you compare the content; it is no seal in law. For a sealed original, ask at a counter.',
  },
  demo: {
    zh: '演示信息：单位名称、地址和救济机关为演示数据。',
    en: 'Demo: the names of authorities and the address are demo values.',
  },
  howToPrint: { zh: '要打印本页，请用浏览器的“打印”功能。', en: 'To print this page, use “Print” of your browser.' },
  platform: { zh: '政务服务平台', en: 'Public service platform' },
  received: (what: BilingualText, day: BilingualText): BilingualText => ({
    zh: `我们已于${day.zh}收到您提交的“${what.zh}”申请。`,
    en: `We received your application “${what.en}” on ${day.en}.`,
  }),
  steps: { zh: '由以下环节办理', en: 'What is decided, and by whom' },
  handedIn: { zh: '各部门已收到的材料', en: 'Papers the departments have received' },
  noPapers: {
    zh: '还没有部门收到材料；收到后会列在这里。',
    en: 'No department has received any yet; they are listed here once one has.',
  },
  notYet: {
    zh: '本回执只说明已经收到，不表示受理或者批准。受理由各部门另发受理通知书（《行政许可法》第三十二条）。',
    en: 'This says only that it was received: not that it is accepted or granted. Each department sends its own notice of acceptance (Administrative Licensing Law art. 32).',
  },
} as const;
