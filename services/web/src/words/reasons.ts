import type { Text } from '../page/reader';

/** Reasons of the departments, by their codes. */
const reasons: Readonly<Record<string, Text>> = {
  'conditions-met': { zh: '符合条件', en: 'All conditions are met' },
  assessed: { zh: '评估完成', en: 'Assessed' },
  'seat-reserved': { zh: '已留名额', en: 'A seat is reserved' },
  'waiting-list': { zh: '已排队候补', en: 'On the waiting list' },
  'public-notice': { zh: '正在公示', en: 'Public notice' },
  'course-full': { zh: '课程已满', en: 'The course is full' },
  'still-employed': { zh: '目前有工作', en: 'Still in work' },
  'savings-above-limit': { zh: '家庭存款超过标准', en: 'The savings are above the limit' },
  'income-above-line': { zh: '人均收入高于低保线', en: 'The income is above the line' },
  'homes-above-limit': { zh: '房产超过标准', en: 'More homes than the limit' },
  'cars-above-limit': { zh: '车辆超过标准', en: 'More cars than the limit' },
  'household-unknown': { zh: '没有查到家庭登记', en: 'The household is not registered' },
  'structure-touched': { zh: '改造涉及承重结构', en: 'Load-bearing parts would be changed' },
  'owner-does-not-consent': { zh: '房屋所有权人没有同意', en: 'The owner of the home does not agree' },
  'no-premises': { zh: '没有经营场所', en: 'There are no premises' },
  'licence-not-granted': { zh: '食品经营许可没有办成', en: 'The licence was not granted' },
  'inspection-failed': { zh: '现场检查没有通过', en: 'The inspection was not passed' },
  'level-below-two': { zh: '评估等级不够', en: 'The level is too low' },
  'supplement-lapsed': { zh: '没有按时补材料', en: 'What was missing was not handed in in time' },
  'expert-review': { zh: '专家评审', en: 'Expert review' },
  'second-inspection': { zh: '再次检查', en: 'Second inspection' },
  'calendar-year-missing': { zh: '节假日安排还没有公布', en: 'The holidays of that year are not published yet' },
  'department-unavailable': { zh: '部门没有按时答复', en: 'The department did not answer in time' },
  supplement: { zh: '等补材料', en: 'Something is missing' },
  'no-notice-open': {
    zh: '异议只能在公示期内提出。不服决定的，可以申请行政复议',
    en: 'An objection is heard only while a public notice is open. Against the decision you may ask for administrative reconsideration',
  },
  withdrawn: { zh: '您撤回了申请', en: 'You withdrew' },
};

/** A reason in words; a code nobody named here is shown as it is, which is still something to ask 12345 about. */
export const reasonName = (code: string): Text => reasons[code] ?? { zh: code, en: code.replaceAll('-', ' ') };
