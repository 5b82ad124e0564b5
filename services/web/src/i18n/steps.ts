import type { BilingualText } from '../page/reader';
import type { Tone } from '../parts/tag';
import { happeningNames, statusNames } from './step-kinds';

interface Status {
  readonly name: BilingualText;
  readonly tone: Tone;
}

const statuses: Readonly<Record<string, Status>> = {
  waiting: { name: { zh: '待前一事项办结', en: 'Waiting for an earlier item' }, tone: 'quiet' },
  requested: { name: { zh: '已送到部门', en: 'With the department' }, tone: 'info' },
  accepted: { name: { zh: '已受理，办理中', en: 'Accepted, in progress' }, tone: 'info' },
  supplement: { name: { zh: '待您补正材料', en: 'Waiting for you' }, tone: 'wait' },
  paused: { name: { zh: '时限暂停', en: 'Time limit paused' }, tone: 'info' },
  payable: { name: { zh: '待缴费', en: 'To be paid' }, tone: 'wait' },
  processing: { name: { zh: '正在确认缴费', en: 'The payment is being confirmed' }, tone: 'info' },
  drafted: { name: { zh: '正在制作', en: 'Being made' }, tone: 'info' },
  offered: { name: { zh: '请选择时间', en: 'Choose a time' }, tone: 'wait' },
  booked: { name: { zh: '已预约', en: 'Booked' }, tone: 'info' },
  granted: { name: { zh: '已办结（准予）', en: 'Granted' }, tone: 'good' },
  refused: { name: { zh: '不予批准', en: 'Refused' }, tone: 'wrong' },
  'not-needed': { name: { zh: '未申请', en: 'Not applied for' }, tone: 'quiet' },
  stopped: { name: { zh: '已终止', en: 'Stopped' }, tone: 'quiet' },
  cancelled: { name: { zh: '已取消', en: 'Cancelled' }, tone: 'quiet' },
  compensating: { name: { zh: '撤销中', en: 'Being taken back' }, tone: 'wait' },
  compensated: { name: { zh: '已撤销', en: 'Taken back' }, tone: 'quiet' },
  'needs-operator': { name: { zh: '由平台人工跟进', en: 'Being handled by our support team' }, tone: 'wait' },
  'in-progress': { name: { zh: '正在办理', en: 'In progress' }, tone: 'info' },
  'waiting-for-you': { name: { zh: '需要您处理', en: 'Waiting for you' }, tone: 'wait' },
  completed: { name: { zh: '全部准予', en: 'All granted' }, tone: 'good' },
  'partly-granted': { name: { zh: '部分准予', en: 'Partly granted' }, tone: 'wait' },
  withdrawn: { name: { zh: '已撤回', en: 'Withdrawn' }, tone: 'quiet' },
};

/** A status of a step of this kind, or of an application; of a later release nothing is said. `reason` tells why a step is not needed. */
export function statusOf(status: string, kind = 'decision', reason = ''): Status {
  const found = statuses[status] ?? { name: { zh: '状态更新中', en: 'Being updated' }, tone: 'info' };
  const name = statusNames[kind]?.[status] ?? special(status, reason);
  return name ? { ...found, name } : found;
}

/** Nobody spoke within five working days: the case counts as accepted (行政许可法 art. 32). */
const deemed: BilingualText = {
  zh: '逾期未告知，视为受理',
  en: 'Accepted automatically: no answer within the time limit',
};
/** A step whose own condition does not hold: not one the applicant did not choose. */
const unmet: BilingualText = { zh: '不符合条件，不办理', en: 'Conditions not met' };
const isUnmet = (reason: string): boolean => reason !== '' && !/^\w+ = true\b/.test(reason);

interface Happening {
  readonly what: string;
  readonly detail?: string | undefined;
}

function special(what: string, detail: string): BilingualText | undefined {
  if (what === 'accepted' && detail === 'deemed') return deemed;
  return what === 'not-needed' && isUnmet(detail) ? unmet : undefined;
}

const happenings: Readonly<Record<string, BilingualText>> = {
  submitted: { zh: '提交申请', en: 'Submitted' },
  requested: { zh: '送到部门', en: 'Sent to the department' },
  'not-needed': { zh: '未申请', en: 'Not applied for' },
  stopped: { zh: '已终止', en: 'Stopped' },
  accepted: { zh: '受理', en: 'Accepted' },
  'supplement-requested': { zh: '请您补正材料', en: 'Something is missing' },
  'supplement-provided': { zh: '您已补正材料', en: 'You sent what was missing' },
  paused: { zh: '时限暂停', en: 'Time limit paused' },
  resumed: { zh: '时限继续', en: 'Time limit resumed' },
  extended: { zh: '时限延长', en: 'Time limit extended' },
  'limits-set': { zh: '放假安排已公布，时限已确定', en: 'The holidays are published and the limits are final' },
  'objection-raised': { zh: '您提出异议', en: 'You objected' },
  'review-asked': { zh: '您申请人工复核', en: 'You asked a person to look at it' },
  'objection-dismissed': { zh: '异议不予受理', en: 'The objection was not accepted' },
  payable: { zh: '可以缴费', en: 'It can be paid' },
  processing: { zh: '正在确认缴费', en: 'The payment is being confirmed' },
  drafted: { zh: '正在制作', en: 'It is being made' },
  offered: { zh: '请您选择时间', en: 'Choose a time' },
  booked: { zh: '已预约', en: 'Booked' },
  granted: { zh: '准予', en: 'Granted' },
  refused: { zh: '不予批准', en: 'Refused' },
  corrected: { zh: '部门更正了决定', en: 'The department corrected its decision' },
  revoked: { zh: '部门撤销了决定', en: 'The department revoked its decision' },
  'cancellation-requested': { zh: '正在取消', en: 'Being cancelled' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  'compensation-requested': { zh: '撤销中', en: 'Being taken back' },
  compensated: { zh: '已撤销', en: 'Taken back' },
  'needs-operator': { zh: '转平台人工跟进', en: 'Handed to our support team' },
  'taken-over': { zh: '平台代部门答复', en: 'Our support team answered for the department' },
  withdrawn: { zh: '您撤回了申请', en: 'You withdrew' },
  ended: { zh: '办结', en: 'Closed' },
};
export const happeningName = ({ what, detail = '' }: Happening, kind = 'decision'): BilingualText =>
  happeningNames[kind]?.[what] ?? special(what, detail) ?? happenings[what] ?? { zh: '有新进展', en: 'Updated' };
