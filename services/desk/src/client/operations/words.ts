import type { Both } from '../i18n/both';
import { useWords } from '../i18n/language';
import { useOwnWords } from '../i18n/own-words';

/** What the operators’ console says: apart from the desk’s words, because officers do not load it. */
const words = {
  title: ['运维工作台', 'Operators’ console'],
  hanging: ['停滞的环节', 'Steps that hang'],
  hangingNone: ['没有停滞的环节。', 'No step hangs.'],
  hangingHint: [
    '部门逾期未答复的环节转到这里，停滞最久的在前。代答须由另一名运维人员批准。',
    'Steps that their department did not answer in time come here, those that have hung longest first. Another operator approves every answer given in its place.',
  ],
  number: ['办件编号', 'Application'],
  step: ['环节', 'Step'],
  why: ['原因', 'Why'],
  since: ['停滞时间', 'Since'],
  answered: ['处理', 'What to do'],
  takeOver: ['代部门答复', 'Answer for the department'],
  takeOverHint: [
    '提出后由另一名运维人员批准，批准后对申请人生效。理由会告知申请人。',
    'Another operator approves it; then it counts for the applicant. The applicant reads the reason.',
  ],
  outcome: ['结果', 'Outcome'],
  granted: ['准予', 'Granted'],
  refused: ['不予', 'Refused'],
  factsHint: ['准予时，后续环节需要下列内容。', 'Later steps need these with a grant.'],
  reason: ['理由', 'Reason'],
  reasonHint: ['记入安全日志，由另一名运维人员核对。', 'It is written down, and another operator checks it.'],
  ask: ['提请批准', 'Ask for approval'],
  asked: ['{who} 于 {when} 提出：{what}。理由：{reason}', '{who} asked on {when}: {what}. Reason: {reason}'],
  mineWaits: ['待另一名运维人员批准。', 'Another operator has to approve it.'],
  approve: ['批准', 'Approve'],
  decline: ['不批准', 'Decline'],
  takeBack: ['撤回', 'Take back'],
  cancel: ['取消', 'Cancel'],
  required: ['请填写', 'Fill this in'],
  done: ['已办理', 'Done'],
  askedDone: ['已提出，待另一名运维人员批准', 'Asked: another operator approves it'],
  search: ['按编号查找', 'Find by number'],
  searchHint: ['查看会记入申请人的查询记录。', 'The applicant sees that you looked.'],
  find: ['查找', 'Find'],
  findFirst: ['请输入完整的办件编号', 'Enter the whole application number'],
  status: ['状态', 'Status'],
  due: ['应答复于', 'Due'],
  history: ['办理记录', 'History'],
  services: ['各服务', 'Services'],
  service: ['服务', 'Service'],
  state: ['情况', 'State'],
  fine: ['正常', 'Nothing hangs'],
  down: ['没有应答', 'Does not answer'],
  lag: ['待处理消息', 'Records to process'],
  outbox: ['待发出', 'To be sent'],
  outboxSince: ['{count} 批，最早 {when}', '{count} batches, the first {when}'],
  parkedKeys: ['搁置的键', 'Parked keys'],
  lateDeadlines: ['过期未处理的时限', 'Deadlines that passed unnoticed'],
  parkedNone: ['没有搁置的键。', 'No key is parked.'],
  key: ['键', 'Key'],
  topic: ['主题', 'Topic'],
  records: ['消息', 'Records'],
  parkedSince: ['搁置时间', 'Parked since'],
  releasing: ['正在重试', 'Being tried again'],
  replay: ['重试', 'Apply again'],
  drop: ['放弃第一条', 'Give up the first'],
  sendAgain: ['重新发送', 'Send again'],
  replayHint: [
    '按顺序重新处理下列消息；仍失败的会再次搁置。',
    'These are applied again in order; one that fails is parked again.',
  ],
  dropHint: [
    '第一条消息不再处理，其余按顺序处理。不能撤销。',
    'The first record is given up, the others are applied in order. This cannot be undone.',
  ],
  sendHint: [
    '下列消息重新发送一次；已处理过的服务会识别并忽略。',
    'These records are sent once more; services that have applied them recognise and ignore the copies.',
  ],
  dryRun: [
    '试运行：将涉及 {count} 条消息，现在没有改变任何内容。',
    'Dry run: {count} records. Nothing has been changed.',
  ],
  letters: ['无法处理的消息（死信）', 'Records nobody could take (dead letters)'],
  lettersHint: ['读取需要几秒钟。', 'Reading them takes a few seconds.'],
  lettersShow: ['读取', 'Read them'],
  lettersNone: ['没有死信。', 'There are no dead letters.'],
  lettersUnknown: ['没有应答，其死信未知：{services}', 'These did not answer, so theirs are not known: {services}'],
  lettersSome: ['共 {total} 条，显示 {count} 条', '{count} of {total} shown'],
  sender: ['发送方', 'From'],
  listener: ['接收方', 'To'],
  late: ['过期未处理的时限', 'Deadlines that passed unnoticed'],
  lateNone: ['没有过期未处理的时限。', 'No deadline has passed unnoticed.'],
  document: ['单据', 'Document'],
  asks: ['待批准的操作', 'Waits for a second operator'],
  asksNone: ['没有待批准的操作。', 'Nothing waits for a second operator.'],
  refresh: ['刷新', 'Refresh'],
  'decision-overdue': ['部门逾期未作决定', 'The department did not decide in time'],
  'payment-overdue': ['缴费逾期未完成', 'The payment was not made in time'],
  'document-overdue': ['证照逾期未制作', 'The document was not made in time'],
  'booking-overdue': ['预约逾期未完成', 'The booking was not made in time'],
  'cancellation-overdue': ['部门逾期未取消', 'The department did not cancel in time'],
  'compensation-overdue': ['部门逾期未撤销', 'The department did not take it back in time'],
  'calendar-year-missing': [
    '缺少该年度工作日历，无法计算时限',
    'The working days of the year are not known: the limit cannot be computed',
  ],
} as const satisfies Readonly<Record<string, Both>>;

export type OperatorText = keyof typeof words;

/** The console’s words in the language of the desk. */
export function useOperatorWords() {
  const { language } = useWords();
  const t = useOwnWords(words);
  /** The words of a reason why an operator has a step; the code itself of one that is not known. */
  const why = (code: string | undefined): string =>
    code !== undefined && Object.hasOwn(words, code) ? t(code as OperatorText) : (code ?? '');
  return { t, why, language };
}
