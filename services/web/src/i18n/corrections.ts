import type { BilingualText } from '../page/reader';

export const corrections = {
  title: { zh: '更正我的登记信息', en: 'Correct my registered data' },
  lead: {
    zh: '姓名、电话、住址登记有误或者已经变了，可以在这里申请更正。请附上能证明的材料，工作人员核对后决定。',
    en: 'If your name, phone number or address is registered wrongly, or has changed, ask for a correction here. Attach a paper that shows it: an officer checks it and decides.',
  },
  notHere: {
    zh: '身份证号和出生日期由公安机关更正，请到户籍所在地派出所办理。',
    en: 'Your ID number and birth date are corrected by the police: go to the police station where you are registered.',
  },
  field: { zh: '哪一项需要更正？', en: 'What is wrong?' },
  value: { zh: '应当是', en: 'What it should be' },
  valueHint: { zh: '请和材料上写的一致', en: 'As it stands on the paper' },
  paper: { zh: '第一步：证明材料（PDF 或照片）', en: 'First, the paper that shows it (PDF or photo)' },
  goOn: { zh: '上传，下一步', en: 'Upload and go on' },
  paperThere: {
    zh: '证明材料已收到。请填写要更正的内容。',
    en: 'Your paper is there. Now say what is to be corrected.',
  },
  paperMissing: { zh: '请先上传证明材料', en: 'Upload the paper first' },
  send: { zh: '提交申请', en: 'Ask for the correction' },
  mine: { zh: '我申请过的更正', en: 'Corrections I asked for' },
  none: { zh: '还没有申请过。', en: 'None so far.' },
  askedOn: (day: string): BilingualText => ({ zh: `${day}申请`, en: `Asked on ${day}` }),
  decidedOn: (day: string): BilingualText => ({ zh: `${day}决定`, en: `Decided on ${day}` }),
  why: { zh: '工作人员说明', en: 'The officer writes' },
  fieldMissing: { zh: '请选择需要更正的一项', en: 'Choose what is wrong' },
  valueMissing: { zh: '请写明应当是什么', en: 'Say what it should be' },
  valueWrong: { zh: '填写的内容不对，请核对后再提交', en: 'This cannot be right: check it and send it again' },
  waitsAlready: {
    zh: '这一项已有一个更正在等待决定，请等决定后再申请。',
    en: 'A correction of this is waiting to be decided: ask again when it is.',
  },
} as const;

export const correctable: Readonly<Record<string, BilingualText>> = {
  name: { zh: '姓名', en: 'Name' },
  phone: { zh: '电话', en: 'Phone number' },
  address: { zh: '住址', en: 'Address' },
};

const statuses: Readonly<Record<string, BilingualText>> = {
  asked: { zh: '等待决定', en: 'Waiting to be decided' },
  granted: { zh: '已更正', en: 'Corrected' },
  refused: { zh: '没有更正', en: 'Not corrected' },
};
export const correctionStatus = (status: string): BilingualText =>
  statuses[status] ?? { zh: '状态更新中', en: 'Being updated' };
