import type { Table } from './both';

/** Reasons of the platform itself; those of departments have their texts in their catalogue files. */
export const reasons: Table = {
  'public-notice': ['公示', 'public notice'],
  'no-notice-open': ['提出时不在公示期', 'no public notice was open'],
  'objection-raised': ['公示期内有异议', 'somebody objected during the notice'],
  'review-asked': ['申请人要求人工复核自动决定', 'the applicant asked a person to look at a rule’s refusal'],
  'no-review-open': ['没有可复核的自动决定', 'there was no refusal by a rule'],
  'supplement-not-provided': ['逾期未补正', 'supplement not provided'],
  'item-not-offered': ['部门不办理此事项', 'item not offered'],
  // why a decision was in error
  'facts-wrong': ['决定所依据的事实有误', 'the facts it rested on were wrong'],
  'rule-misapplied': ['适用规定有误', 'the rule was applied wrongly'],
  'untrue-material': ['申请材料不真实', 'papers handed in were not true'],
  'procedure-broken': ['办理程序不合法定要求', 'the procedure was not the one the law asks for'],
  'no-power': ['超越了部门的职权', 'the department had no power to decide it'],
  'clerical-error': ['文字或计算有误', 'a slip in writing or reckoning'],
  'basis-revoked': ['所依据的决定已被撤销', 'what it rested on was revoked'],
  'calendar-year-missing': ['缺少节假日安排', 'holiday table missing'],
  'department-unavailable': ['部门未答复', 'the department did not answer'],
  // why a rule leaves the decision to an officer
  'facts-changed': ['公示期间情况有变化', 'what was told changed during the public notice'],
  'department-did-not-answer': ['被查询的部门未答复', 'the department that was asked did not answer'],
  'already-granted': ['已有同一待遇，不重复给付', 'the same benefit is granted, or being decided, already'],
  'nothing-known': ['没有记录', 'there are no records'],
  'paper-unseen': ['有材料原件未经核验', 'nobody has seen the original of a paper'],
  'application-incomplete': ['申请材料不全', 'the application is incomplete'],
  // why a question was not answered
  'consent-missing': ['申请人未同意', 'the applicant has not agreed'],
  'consent-revoked': ['申请人已撤回同意', 'the applicant has taken the consent back'],
  'resident-not-found': ['人口库没有登记', 'nobody is registered'],
  'purpose-unknown': ['该用途未列入可查询范围', 'the register tells nothing for this purpose'],
  'case-unknown': ['查询未注明办件', 'the question named no case'],
  // how applications and steps end
  completed: ['全部准予', 'all granted'],
  'partly-granted': ['部分准予', 'partly granted'],
  'payment-overdue': ['逾期未缴费', 'it was not paid in time'],
  'document-overdue': ['逾期未制作', 'it was not made in time'],
  'booking-overdue': ['预约逾期未完成', 'the appointment did not take place in time'],
  'decision-overdue': ['部门逾期未决定', 'the department did not decide in time'],
  'cancellation-overdue': ['部门逾期未取消', 'the department did not cancel in time'],
  'compensation-overdue': ['部门逾期未撤销', 'the department did not take it back in time'],
  'decided-too-late': ['决定时已不再需要', 'decided when nobody wanted it any more'],
  'no-longer-wanted': ['已不再需要', 'no longer wanted'],
};
