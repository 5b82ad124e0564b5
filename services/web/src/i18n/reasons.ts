import type { Application, Item, PackageStep, Step } from '@lianban/rest-client';
import type { BilingualText } from '../page/reader';
import { list } from '../parts/format';

/** Reasons the platform itself gives, by their codes; those of departments have their words in the catalogue. */
export const reasons: Readonly<Record<string, BilingualText>> = {
  'conditions-met': { zh: '符合条件', en: 'All conditions are met' },
  'public-notice': { zh: '正在公示', en: 'Public notice' },
  'already-granted': { zh: '已有同一待遇，不重复给付', en: 'The same benefit is granted, or being decided, already' },
  'supplement-lapsed': { zh: '未按时补正材料', en: 'What was missing was not sent in time' },
  'calendar-year-missing': { zh: '节假日安排还没有公布', en: 'The holidays of that year are not published yet' },
  'department-unavailable': { zh: '部门没有按时答复', en: 'The department did not answer in time' },
  supplement: { zh: '等待补正材料', en: 'Something is missing' },
  'no-notice-open': {
    zh: '异议只能在公示期内提出。不服决定的，可以申请行政复议',
    en: 'An objection is heard only while a public notice is open. Against the decision you may ask for administrative reconsideration',
  },
  'no-review-open': {
    zh: '这个决定不是系统自动作出的，或者已经复核过。不服决定的，可以申请行政复议',
    en: 'This was not decided by a rule alone, or a person has looked at it. You may ask for administrative reconsideration',
  },
  withdrawn: { zh: '您撤回了申请', en: 'You withdrew' },
  'supplement-not-provided': { zh: '未按时补正材料', en: 'What was missing was not sent in time' },
  'item-not-offered': { zh: '部门不办理这个事项', en: 'The department does not offer this item' },
  'decided-too-late': { zh: '部门决定时已不再需要', en: 'It was decided when nobody wanted it any more' },
  'no-longer-wanted': { zh: '已不再需要', en: 'No longer wanted' },
  'taken-over': { zh: '平台已代为答复', en: 'Our support team answered instead' },
  'decision-overdue': { zh: '部门没有按时答复', en: 'The department did not answer in time' },
  'payment-overdue': { zh: '没有按时缴费', en: 'It was not paid in time' },
  'document-overdue': { zh: '没有按时制作', en: 'It was not made in time' },
  'booking-overdue': { zh: '预约没有按时完成', en: 'The appointment did not take place in time' },
  'cancellation-overdue': { zh: '部门没有按时取消', en: 'The department did not cancel in time' },
  'facts-wrong': { zh: '决定所依据的事实有误', en: 'The facts it rested on were wrong' },
  'rule-misapplied': { zh: '适用规定有误', en: 'The rule was applied wrongly' },
  'untrue-material': { zh: '申请材料不真实', en: 'Papers handed in were not true' },
  'procedure-broken': { zh: '办理程序不合法定要求', en: 'The procedure was not the one the law asks for' },
  'no-power': { zh: '超越了部门的职权', en: 'The department had no power to decide it' },
  'clerical-error': { zh: '文字或计算有误', en: 'A slip in writing or reckoning' },
  'basis-revoked': { zh: '所依据的决定已被撤销', en: 'What it rested on was revoked' },
  'compensation-overdue': { zh: '部门没有按时撤销', en: 'The department did not take it back in time' },
};

const unnamed: BilingualText = { zh: '原因请向部门或 12345 咨询', en: 'Ask the department or 12345 for the reason' };

/** Codes and conditions are for programs; what somebody wrote in their own words is shown as they wrote it. */
const isCode = (text: string): boolean => /^[A-Za-z0-9_.-]+$|[<>=]/.test(text);

/** A reason in words: those of the item's catalogue first. */
export const reasonName = (code: string, item?: Pick<Item, 'reasons' | 'words'>): BilingualText =>
  [...(item?.reasons ?? []), ...(item?.words ?? [])].find((each) => each.code === code)?.label ??
  reasons[code] ??
  (isCode(code) ? unnamed : { zh: code, en: code });

/** Why a step is not needed: the condition of the catalogue that does not hold, in its own words. */
function conditionName(why: string, step: PackageStep | undefined): BilingualText {
  const failed =
    step?.conditions.filter(({ expression }) => why === expression || why.startsWith(`${expression} (`)) ?? [];
  const { zh, en } = list(failed.map(({ means }) => means));
  return zh ? { zh: `不符合：${zh}`, en: `Not met: ${en}` } : notNeeded;
}

/** Why nothing goes on with a step: what it stood on was not granted. */
const stoppedBecause = (because: string, steps: readonly Step[]): BilingualText => {
  const before = steps.find(({ id }) => id === because)?.name;
  return before ? { zh: `“${before.zh}”未获批准`, en: `“${before.en}” was not granted` } : reasonName(because);
};

const notNeeded: BilingualText = { zh: '这一项的办理条件不成立', en: 'The conditions of this item do not hold' };

/** Which version of a text a ground stands on: a year of it, or the city's demo values. */
export function versionName(version: string): BilingualText {
  const [, year] = /^demo-(\d{4})(?:-\d\d)?$/.exec(version) ?? [];
  if (year !== undefined) return { zh: `${year} 年演示标准`, en: `demo values of ${year}` };
  return /^\d{4}$/.test(version) ? { zh: `${version} 年版`, en: `version of ${version}` } : { zh: '', en: '' };
}

/** Why a step stands as it does. */
export function whyOf(
  { status }: Pick<Step, 'status'>,
  reason: string,
  { steps }: Pick<Application, 'steps'>,
  described: PackageStep | undefined,
): BilingualText {
  if (status === 'not-needed') return conditionName(reason, described);
  return status === 'stopped' ? stoppedBecause(reason, steps) : reasonName(reason, described?.item);
}
