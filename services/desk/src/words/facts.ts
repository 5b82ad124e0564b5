import { type Language, type Table, sayOf } from './both';

/** What departments and the register tell of, by the names programs give it. */
export const facts: Table = {
  // what others are asked
  means: ['家庭经济状况', 'means of the household'],
  seat: ['课程名额', 'seat on the course'],
  // means of a household
  householdKnown: ['家庭已登记', 'household registered'],
  persons: ['人数', 'persons'],
  monthlyIncomeCents: ['家庭月收入', 'monthly income of the household'],
  ownMonthlyIncomeCents: ['本人月收入', 'own monthly income'],
  savingsCents: ['家庭存款', 'savings of the household'],
  homes: ['房产', 'homes'],
  cars: ['车辆', 'cars'],
  severeDisability: ['重度残疾', 'severely disabled'],
  district: ['区县代码', 'area code'],
  // what steps found
  outcome: ['结果', 'outcome'],
  reason: ['理由', 'reason'],
  available: ['有名额', 'available'],
  course: ['课程', 'course'],
  place: ['候补名次', 'place on the waiting list'],
  level: ['能力等级', 'level'],
  score: ['评估分数', 'score'],
  registrationNumber: ['登记编号', 'registration number'],
  hardToEmploy: ['就业困难人员', 'hard to employ'],
  permitNumber: ['许可编号', 'permit number'],
  validUntil: ['有效期至', 'valid until'],
  amountCents: ['金额', 'amount'],
  kind: ['救助类别', 'kind of help'],
  approvedBy: ['审批机关', 'approved by'],
};

/** What a number of it counts. */
const units: Table = {
  persons: ['人', 'persons'],
  homes: ['套', 'homes'],
  cars: ['辆', 'cars'],
  level: ['级', ''],
  score: ['分', 'points'],
};

/** A number with its unit, where it has one. */
export function counted(count: number, name: string, language: Language): string {
  const unit = sayOf(units, name, language);
  if (!unit) return String(count);
  return language === 'zh-CN' ? `${count} ${unit}` : `${count} ${count === 1 ? unit.replace(/s$/, '') : unit}`;
}
