import type { BilingualText } from '../page/reader';
import type { Tone } from '../parts/tag';
import { happeningNames, statusNames } from './step-kinds';

interface Status {
  readonly name: BilingualText;
  readonly tone: Tone;
}

const statuses: Readonly<Record<string, Status>> = {
  waiting: { name: { zh: '等前一步', en: 'Waits for an earlier step' }, tone: 'quiet' },
  requested: { name: { zh: '已送到部门', en: 'With the department' }, tone: 'info' },
  accepted: { name: { zh: '已受理，正在办', en: 'Accepted, being worked on' }, tone: 'info' },
  supplement: { name: { zh: '需要您补材料', en: 'Waiting for you' }, tone: 'wait' },
  paused: { name: { zh: '时限暂停', en: 'Paused' }, tone: 'info' },
  payable: { name: { zh: '待缴费', en: 'To be paid' }, tone: 'wait' },
  processing: { name: { zh: '正在确认缴费', en: 'The payment is being confirmed' }, tone: 'info' },
  drafted: { name: { zh: '正在制作', en: 'Being made' }, tone: 'info' },
  offered: { name: { zh: '请选择时间', en: 'Choose a time' }, tone: 'wait' },
  booked: { name: { zh: '已预约', en: 'Booked' }, tone: 'info' },
  granted: { name: { zh: '办成', en: 'Granted' }, tone: 'good' },
  refused: { name: { zh: '没有批准', en: 'Refused' }, tone: 'wrong' },
  'not-needed': { name: { zh: '不用办', en: 'Not needed' }, tone: 'quiet' },
  stopped: { name: { zh: '不再办理', en: 'Not gone on with' }, tone: 'quiet' },
  cancelled: { name: { zh: '已取消', en: 'Cancelled' }, tone: 'quiet' },
  compensating: { name: { zh: '正在收回', en: 'Being taken back' }, tone: 'wait' },
  compensated: { name: { zh: '已收回', en: 'Taken back' }, tone: 'quiet' },
  'needs-operator': { name: { zh: '由平台人工跟进', en: 'Looked after by an operator' }, tone: 'wait' },
  'in-progress': { name: { zh: '正在办理', en: 'In progress' }, tone: 'info' },
  'waiting-for-you': { name: { zh: '需要您处理', en: 'Waiting for you' }, tone: 'wait' },
  completed: { name: { zh: '全部办成', en: 'Completed' }, tone: 'good' },
  'partly-granted': { name: { zh: '部分办成', en: 'Partly granted' }, tone: 'wait' },
  withdrawn: { name: { zh: '已撤回', en: 'Withdrawn' }, tone: 'quiet' },
};

/** A status of a step of this kind, or of an application; of a later release nothing is said. */
export function statusOf(status: string, kind = 'decision'): Status {
  const found = statuses[status] ?? { name: { zh: '状态更新中', en: 'Being updated' }, tone: 'info' };
  const name = statusNames[kind]?.[status];
  return name ? { ...found, name } : found;
}

const happenings: Readonly<Record<string, BilingualText>> = {
  submitted: { zh: '提交申请', en: 'Handed in' },
  requested: { zh: '送到部门', en: 'Sent to the department' },
  'not-needed': { zh: '不用办理', en: 'Not needed' },
  stopped: { zh: '不再办理', en: 'Not gone on with' },
  accepted: { zh: '受理', en: 'Accepted' },
  'supplement-requested': { zh: '请您补材料', en: 'Something is missing' },
  'supplement-provided': { zh: '您补了材料', en: 'You handed in what was missing' },
  paused: { zh: '时限暂停', en: 'The clock stands still' },
  resumed: { zh: '时限继续', en: 'The clock runs again' },
  extended: { zh: '时限延长', en: 'The limit was extended' },
  'limits-set': { zh: '放假安排已公布，时限已确定', en: 'The holidays are published and the limits are final' },
  'objection-raised': { zh: '您提出异议', en: 'You objected' },
  'review-asked': { zh: '您申请人工复核', en: 'You asked a person to look at it' },
  'objection-dismissed': { zh: '异议没有受理', en: 'The objection was not taken up' },
  payable: { zh: '可以缴费', en: 'It can be paid' },
  processing: { zh: '正在确认缴费', en: 'The payment is being confirmed' },
  drafted: { zh: '正在制作', en: 'It is being made' },
  offered: { zh: '请您选择时间', en: 'Choose a time' },
  booked: { zh: '已预约', en: 'Booked' },
  granted: { zh: '办成', en: 'Granted' },
  refused: { zh: '没有批准', en: 'Refused' },
  'cancellation-requested': { zh: '正在取消', en: 'Being cancelled' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  'compensation-requested': { zh: '正在收回', en: 'Being taken back' },
  compensated: { zh: '已收回', en: 'Taken back' },
  'needs-operator': { zh: '转平台人工跟进', en: 'Handed to an operator' },
  'taken-over': { zh: '平台代部门答复', en: 'An operator answered for the department' },
  withdrawn: { zh: '您撤回了申请', en: 'You withdrew' },
  ended: { zh: '办结', en: 'Closed' },
};
export const happeningName = (what: string, kind = 'decision'): BilingualText =>
  happeningNames[kind]?.[what] ?? happenings[what] ?? { zh: '有新进展', en: 'There is news' };
