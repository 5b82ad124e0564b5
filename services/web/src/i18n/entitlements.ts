import type { BilingualText } from '../page/reader';

/** The page of what people draw. */
export const entitlements = {
  title: { zh: '我享受的待遇', en: 'What I draw' },
  lead: {
    zh: '您和您的家庭正在享受、将要享受和已经停发的待遇。',
    en: 'What you and your household draw, will draw, and drew.',
  },
  none: { zh: '没有按期发放的待遇。', en: 'There is nothing that is paid again and again.' },
  unavailable: (departments: BilingualText): BilingualText => ({
    zh: `${departments.zh}暂时没有答复，请稍后再看。`,
    en: `No answer from ${departments.en}: look again later.`,
  }),
  department: { zh: '发放部门', en: 'Paid by' },
  amount: { zh: '标准', en: 'Amount' },
  notCounted: { zh: '数额另行核定', en: 'the sum is set elsewhere' },
  from: { zh: '发放起始月', en: 'Paid from' },
  until: { zh: '发放至', en: 'Paid until' },
  lookBy: { zh: '下次复核', en: 'Looked at again by' },
  household: { zh: '以家庭为单位', en: 'of the household' },
  application: { zh: '办件', en: 'Application' },
  changes: { zh: '变动', en: 'What changed' },
  overpaid: { zh: '多发', en: 'Overpaid' },
  overpaidLead: {
    zh: '多发的款项另案处理，不会未经决定就从以后的待遇里扣。',
    en: 'It is dealt with in a case of its own, and never taken off later payments without a decision.',
  },
  changedTo: (month: string, sum: BilingualText, why: BilingualText): BilingualText => ({
    zh: `${month} 起：${sum.zh}（${why.zh}）`,
    en: `From ${month}: ${sum.en} (${why.en})`,
  }),
  suspended: (from: string, to: string, why: BilingualText): BilingualText => ({
    zh: `${from} 起暂停${to ? `，${to} 恢复` : ''}（${why.zh}）`,
    en: `Suspended from ${from}${to ? `, paid again from ${to}` : ''} (${why.en})`,
  }),
  arrears: { zh: '，中间月份补发', en: ', the months between were paid after all' },
  stopped: (from: string, why: BilingualText): BilingualText => ({
    zh: `${from} 起停发（${why.zh}）`,
    en: `Stopped from ${from} (${why.en})`,
  }),
} as const;

export const periods: Readonly<Record<string, BilingualText>> = {
  month: { zh: '每月', en: 'a month' },
  quarter: { zh: '每月，按季度发放', en: 'a month, paid each quarter' },
  year: { zh: '每年', en: 'a year' },
};

export const entitlementStatuses: Readonly<
  Record<string, { readonly name: BilingualText; readonly tone: 'good' | 'wait' | 'info' | 'quiet' }>
> = {
  drawn: { name: { zh: '正在享受', en: 'Paid' }, tone: 'good' },
  coming: { name: { zh: '尚未开始', en: 'Not yet begun' }, tone: 'info' },
  suspended: { name: { zh: '暂停', en: 'Suspended' }, tone: 'wait' },
  stopped: { name: { zh: '已停发', en: 'Stopped' }, tone: 'quiet' },
};

/** Why something changed. */
export const causes: Readonly<Record<string, BilingualText>> = {
  granted: { zh: '批准', en: 'granted' },
  corrected: { zh: '决定已更正', en: 'the decision was corrected' },
  revoked: { zh: '决定已撤销', en: 'the decision was revoked' },
  compensated: { zh: '办件已撤销', en: 'the application was undone' },
  'age-step': { zh: '年龄增长', en: 'by age' },
  'until-reached': { zh: '期限届满', en: 'its time has ended' },
  'already-granted': { zh: '已在另一办件中享受', en: 'drawn by another application' },
  recheck: { zh: '复核', en: 'recheck' },
  'check-missed': { zh: '未按时确认', en: 'not confirmed in time' },
  death: { zh: '死亡', en: 'death' },
  'death-corrected': { zh: '死亡登记已更正', en: 'the entry of the death was corrected' },
  'looked-at': { zh: '已复核', en: 'looked at' },
  'under-check': { zh: '正在核查', en: 'it is being checked' },
  'not-reached': { zh: '无法取得联系', en: 'you could not be reached' },
  'conditions-lost': { zh: '不再符合条件', en: 'the conditions are not met any more' },
  'own-wish': { zh: '本人要求', en: 'by your own wish' },
  'moved-out': { zh: '户籍迁出', en: 'moved out' },
  'false-statement': { zh: '申报不实', en: 'what was stated is not true' },
  'conditions-met-again': { zh: '重新符合条件', en: 'the conditions are met again' },
  'stopped-in-error': { zh: '停发有误', en: 'it was stopped in error' },
};

export const otherCause: BilingualText = { zh: '详情请咨询发放部门', en: 'ask the department that pays it' };
