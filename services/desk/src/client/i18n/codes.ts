import { type Both, type DeskLanguage, type Table, say, sayOf } from './both';
import { districts } from './districts';
import type { Lexicon } from './lexicon';
import { reasons } from './reasons';

/** Texts of the platform's own codes: events, states and actors. */
const words: Table = {
  // timeline
  deemed: ['逾期未告知，视为受理', 'accepted automatically: no answer within the time limit'],
  'at-counter': ['窗口代办', 'at a counter'],
  submitted: ['提交申请', 'submitted'],
  requested: ['转交部门', 'requested'],
  accepted: ['受理', 'accepted'],
  'supplement-requested': ['补正告知', 'supplement requested'],
  'supplement-provided': ['申请人补正', 'supplement provided'],
  paused: ['暂停计时', 'time limit paused'],
  resumed: ['恢复计时', 'time limit resumed'],
  extended: ['延长时限', 'limit extended'],
  'limits-set': ['按放假安排重新计算时限', 'limits counted again by the holiday table'],
  'objection-raised': ['提出异议', 'objection raised'],
  'review-asked': ['申请人工复核', 'review by a person asked for'],
  'objection-dismissed': ['异议未受理', 'objection not taken up'],
  granted: ['准予', 'granted'],
  refused: ['不予批准', 'refused'],
  corrected: ['更正决定', 'decision corrected'],
  'not-needed': ['未申请', 'not applied for'],
  stopped: ['已终止', 'stopped'],
  'cancellation-requested': ['请求取消', 'cancellation requested'],
  cancelled: ['已取消', 'cancelled'],
  'compensation-requested': ['请求撤销', 'compensation requested'],
  compensating: ['撤销中', 'being taken back'],
  compensated: ['已撤销', 'taken back'],
  'needs-operator': ['需人工接管', 'needs an operator'],
  'taken-over': ['人工接管', 'taken over'],
  withdrawn: ['申请人撤回', 'withdrawn'],
  ended: ['办结', 'ended'],
  waiting: ['待前一事项办结', 'waiting for an earlier item'],
  supplement: ['待补正', 'supplement'],
  // of steps that are no decision
  payable: ['待缴费', 'to be paid'],
  processing: ['缴费确认中', 'payment being confirmed'],
  paid: ['已缴费', 'paid'],
  'not-paid': ['未缴费', 'not paid'],
  refunded: ['已退款', 'refunded'],
  drafted: ['制作中', 'being made'],
  issued: ['已签发', 'issued'],
  'not-issued': ['未签发', 'not issued'],
  revoked: ['已撤销', 'revoked'],
  offered: ['待选时间', 'time to be chosen'],
  booked: ['已预约', 'booked'],
  attended: ['已完成', 'attended'],
  'not-attended': ['未完成', 'did not take place'],
  'called-off': ['预约已取消', 'called off'],
  // changes of a case
  CaseReceived: ['收件', 'received'],
  SupplementAsked: ['补正告知', 'asked for a supplement'],
  SupplementGiven: ['申请人补正', 'supplement given'],
  CaseAccepted: ['受理', 'accepted'],
  CaseHandedOver: ['转人工', 'handed to an officer'],
  CasePaused: ['暂停计时', 'paused the time limit'],
  CaseResumed: ['恢复计时', 'resumed the time limit'],
  DatesSet: ['按放假安排重新计算时限', 'counted the limits again by the holiday table'],
  CaseExtended: ['批准延长时限', 'approved the extension'],
  ExtensionAsked: ['申请延长时限', 'asked to extend the limit'],
  ExtensionRefused: ['未批准延长时限', 'declined the extension'],
  DecisionAsked: ['提请审批决定', 'asked to approve the decision'],
  DecisionDeclined: ['未同意决定', 'declined the decision'],
  DecisionAskLapsed: ['决定的审批失效', 'the asked decision lapsed'],
  AskWithdrawn: ['撤回申请', 'took back what was asked'],
  ExtensionLapsed: ['延长申请失效', 'the asked extension lapsed'],
  NoticeOpened: ['开始公示', 'opened the notice'],
  NoticeRanOut: ['公示期满，再次核对', 'the notice ran out, and facts are asked again'],
  NoticeWithdrawn: ['公示内容有变，撤回公示', 'the notice was withdrawn, because facts changed'],
  NoticeObjected: ['异议', 'objection'],
  ObjectionAdded: ['又有异议', 'another objection'],
  ReviewOpened: ['申请人工复核', 'review by a person asked for'],
  ObjectionDismissed: ['异议未受理', 'objection not taken up'],
  CaseDecided: ['作出决定', 'decided'],
  CorrectionAsked: ['提请更正决定', 'asked to correct the decision'],
  CorrectionDeclined: ['未同意更正', 'declined the correction'],
  CorrectionAskLapsed: ['更正的审批失效', 'the asked correction lapsed'],
  CaseCorrected: ['更正决定', 'corrected the decision'],
  CaseClaimed: ['认领', 'claimed'],
  CaseReleased: ['退回待认领', 'released'],
  CaseReassigned: ['转派', 'reassigned'],
  CaseCancelled: ['取消', 'cancelled'],
  CaseCompensated: ['撤销', 'taken back'],
  FactAsked: ['询问其他部门', 'asked another department'],
  FactLearnt: ['得到答复', 'was answered'],
  FactOutdated: ['已超过一天，须重新查询', 'is older than a day and is asked again'],
  FactWithheld: ['须补正后方可查询', 'was not told for want of a supplement'],
  FactFailed: ['未得到答复', 'was not answered'],
  WaitStarted: ['开始等待', 'began to wait'],
  WaitEnded: ['等待结束', 'ended to wait'],
  // facts of every step's outcome
  outcome: ['结果', 'outcome'],
  reason: ['理由', 'reason'],
  // services of the city
  residents: ['人口库', 'population register'],
};

const unnamed: Both = ['其他（暂无名称）', 'other (not named yet)'];
const isCode = (text: string): boolean => /^[a-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*$/.test(text);

/** The text of a code, of the platform or a department. A code of a later release has none: nobody is shown the code itself. */
export const wordOf = (code: string, language: DeskLanguage, lexicon: Lexicon): string =>
  sayOf(words, code, language) ??
  sayOf(reasons, code, language) ??
  lexicon.labelOf(code, language) ??
  (isCode(code) ? say(unnamed, language) : code);

/** A district by its area code. */
export const districtOf = (code: string, language: DeskLanguage): string =>
  sayOf(districts, code, language) ?? say([`区划 ${code}`, `area ${code}`], language);
