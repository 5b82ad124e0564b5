import type { WritKind } from '../lifecycle/writ';
import type { Text } from './words';

/** The sentences of writs, with places in braces. What is issued in a wording keeps it: a change is the next one, beside this. */
export interface Wording {
  readonly titles: Readonly<Record<WritKind, Text>>;
  /** What stands for the kind in a number 发文字号. */
  readonly marks: Readonly<Record<WritKind, string>>;
  /** The article of 行政许可法 an act rests on. */
  readonly articles: Readonly<Record<WritKind, Text>>;
  readonly sentences: Sentences;
}

export type Sentences = Readonly<Record<keyof typeof sentences, Text>> & LaterSentences;

/** What a wording of before does not say. */
export interface LaterSentences {
  /** Behind a day that was counted beyond the holiday tables. */
  readonly provisional?: Text;
  /** Why the decision of before was in error. */
  readonly error?: Text;
}

const sentences = {
  accepted: {
    zh: '您申请的“{item}”（办件编号 {application}），我单位已于{day}受理。',
    en: 'We accepted your application for “{item}” (application {application}) on {day}.',
  },
  deemed: {
    zh: '我单位没有在规定时间内告知需要补正的内容，您的申请自收齐材料之日起即为受理。',
    en: 'We did not ask for anything in time, so your application counts as accepted from the day it was complete.',
  },
  limits: {
    zh: '我单位承诺在{promised}前（含当日）办结；法定期限到{statutory}为止。',
    en: 'We promise to decide by {promised}; the law allows until {statutory}.',
  },
  undated: {
    zh: '办结期限要等国家公布当年的节假日安排后才能确定，确定后另行告知。',
    en: 'The limit can be told once the holidays of that year are published.',
  },
  missing: {
    zh: '您申请的“{item}”（办件编号 {application}）还缺少以下内容，现一次性告知，请在{day}前（含当日）补齐：',
    en: 'Your application for “{item}” (application {application}) lacks what is listed here. This is everything. Please hand it in by {day}:',
  },
  lapse: {
    zh: '到期没有补齐的，申请可能不予批准。',
    en: 'If it is not handed in by then, the application may be refused.',
  },
  paused: {
    zh: '您申请的“{item}”（办件编号 {application}）需要：{reason}。自{day}起，所需时间不计入办理期限。',
    en: 'Your application for “{item}” (application {application}) needs: {reason}. From {day}, the time for it does not count towards the limit.',
  },
  pausedUntil: { zh: '预计到{day}为止。', en: 'It is expected to last until {day}.' },
  resumes: { zh: '结束后继续计算期限。', en: 'The limit goes on afterwards.' },
  extended: {
    zh: '您申请的“{item}”（办件编号 {application}），因为{reason}，经本单位负责人批准，办理期限延长 {days} 个工作日。',
    en: 'Your application for “{item}” (application {application}): with the approval of the head of this department, the limit is extended by {days} working days. The reason: {reason}.',
  },
  granted: {
    zh: '您申请的“{item}”（办件编号 {application}），经审查，我单位决定予以批准。',
    en: 'We examined your application for “{item}” (application {application}) and grant it.',
  },
  refused: {
    zh: '您申请的“{item}”（办件编号 {application}），经审查，我单位决定不予批准。',
    en: 'We examined your application for “{item}” (application {application}) and do not grant it.',
  },
  corrected: {
    zh: '本决定更正并取代{before}。',
    en: 'This decision corrects {before} and takes its place.',
  },
  confirmed: { zh: '经复核，维持{before}的结果。', en: 'After a review, the result of {before} stands.' },
  revoked: {
    zh: '您申请的“{item}”（办件编号 {application}），我单位决定撤销{before}。',
    en: 'On your application for “{item}” (application {application}), we revoke {before}.',
  },
  formerDecision: { zh: '原决定', en: 'the former decision' },
  reason: { zh: '理由：{reason}。', en: 'The reason: {reason}.' },
  grounds: { zh: '事实和依据', en: 'Facts and grounds' },
  result: { zh: '决定内容', en: 'What is decided' },
  law: { zh: '法律依据', en: 'Legal grounds' },
  met: { zh: '满足', en: 'met' },
  notMet: { zh: '不满足', en: 'not met' },
  appeal: { zh: '不服怎么办', en: 'If you disagree' },
  reconsideration: {
    zh: '可以自收到本文书之日起 60 日内，向{body}申请行政复议（《行政复议法》第二十条）。签发当日收到的，最迟到{day}。',
    en: 'You may apply to {body} for administrative reconsideration within 60 days of receiving this (Administrative Reconsideration Law art. 20): by {day} if you received it on the day of issue.',
  },
  lawsuit: {
    zh: '也可以自收到本文书之日起 6 个月内，向{body}提起行政诉讼（《行政诉讼法》第四十六条）。签发当日收到的，最迟到{day}。',
    en: 'Or you may bring a lawsuit before {body} within 6 months of receiving this (Administrative Litigation Law art. 46): by {day} if you received it on the day of issue.',
  },
} as const satisfies Readonly<Record<string, Text>>;

const licensing = (article: string, number: number): Text => ({
  zh: `《行政许可法》第${article}条`,
  en: `Administrative Licensing Law art. ${number}`,
});

export const wording1: Wording = {
  titles: {
    acceptance: { zh: '受理通知书', en: 'Notice of acceptance' },
    supplement: { zh: '补正告知书', en: 'Notice of what is missing' },
    pause: { zh: '不计入办理期限告知书', en: 'Notice of time that does not count' },
    extension: { zh: '延长办理期限告知书', en: 'Notice of extension' },
    grant: { zh: '准予决定书', en: 'Decision: granted' },
    refusal: { zh: '不予批准决定书', en: 'Decision: not granted' },
    correction: { zh: '更正决定书', en: 'Corrected decision' },
    revocation: { zh: '撤销决定书', en: 'Decision: revoked' },
  },
  marks: {
    acceptance: '受',
    supplement: '补',
    pause: '停',
    extension: '延',
    grant: '准',
    refusal: '不准',
    correction: '更',
    revocation: '撤',
  },
  articles: {
    acceptance: licensing('三十二', 32),
    supplement: licensing('三十二', 32),
    pause: licensing('四十五', 45),
    extension: licensing('四十二', 42),
    grant: licensing('三十八', 38),
    refusal: licensing('三十八', 38),
    correction: licensing('三十八', 38),
    revocation: licensing('六十九', 69),
  },
  sentences,
};
