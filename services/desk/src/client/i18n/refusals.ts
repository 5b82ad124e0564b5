import type { Table } from './both';

/** Texts of refusals for officers, by slug. */
export const refusals: Table = {
  'unknown-case': ['没有收到过此件，请核对编号。', 'This case was never received: check its number.'],
  'not-accepted': ['此件尚未受理，请先受理。', 'The case is not accepted yet: accept it first.'],
  'already-accepted': ['此件已经受理。', 'The case has been accepted before.'],
  'awaiting-supplement': ['正在等待申请人补正。', 'The case waits for the applicant’s supplement.'],
  'nothing-asked': ['此件没有在等补正。', 'The case waits for no supplement.'],
  'nothing-missing': ['请至少写一项缺少的内容。', 'Name at least one thing that is missing.'],
  'not-paused': ['计时没有暂停，无须恢复。', 'The time limit is not paused.'],
  'case-paused': ['计时已暂停，请先恢复计时。', 'The time limit is paused: resume it first.'],
  'waiting-for-others': ['此件在等其他部门，结束后自动继续。', 'The case waits for others and goes on by itself.'],
  'notice-open': ['正在公示，请等公示结束。', 'The public notice is open: wait for its end.'],
  'already-decided': ['此件已作出决定。', 'The case is decided.'],
  'already-cancelled': ['此件已取消。', 'The case was cancelled.'],
  'already-compensated': ['此件已撤销。', 'What was granted has been taken back.'],
  'not-decided': ['此件尚未作出决定。', 'The case is not decided yet.'],
  'nothing-granted': ['此件没有准予过，无可撤销。', 'Nothing was granted, so there is nothing to take back.'],
  'decided-by-rule': [
    '此件由规则办理，规则无法办结时才转人工。',
    'A rule decides this case, unless it cannot finish it.',
  ],
  'no-extension-asked': ['没有待批的延长申请。', 'Nobody asked to extend the limit.'],
  'invalid-ask': [
    '请说明撤回的是延长申请、决定还是更正。',
    'Say whether the extension, the decision or the correction is taken back.',
  ],
  'no-correction-asked': ['没有待审批的更正。', 'No correction waits for approval.'],
  'correction-already-asked': [
    '已有更正待审批，须先答复或撤回。',
    'A correction waits for approval: it is answered or taken back first.',
  ],
  'nothing-corrected': ['决定本来就是这样，无须更正。', 'The decision says this already.'],
  'corrected-too-often': ['更正次数已满。', 'This decision was corrected too often already.'],
  'notice-needed': [
    '此事项须经公示，请申请人重新申请。',
    'This item needs a public notice: the applicant applies anew.',
  ],
  'given-away': [
    '名额可能已给下一位，请申请人重新申请。',
    'The place may be somebody else’s by now: the applicant applies anew.',
  ],
  'granted-elsewhere': [
    '申请人另有一件相同事项已批准或正在办理，不能再改为准予。',
    'The same is granted to the applicant, or being decided, in another case.',
  ],
  'no-decision-asked': ['没有待审批的决定。', 'No decision waits for approval.'],
  'decision-already-asked': [
    '已有决定待审批，须先答复或撤回。',
    'A decision waits for approval: it is answered or taken back first.',
  ],
  'not-your-ask': ['此事由他人提出，您不能撤回。', 'Somebody else asked for this: only they take it back.'],
  'extension-already-asked': ['已有延长申请待批。', 'An extension waits for approval already.'],
  'extension-out-of-range': ['延长天数超出允许范围。', 'So many days are not allowed.'],
  'already-extended': ['时限只能延长一次。', 'The limit can be extended only once.'],
  'limit-passed': ['时限已过，不能再延长。', 'The limit has passed: it cannot be extended now.'],
  'case-closed': [
    '此件已办结，只有原经办人和负责人还能在规定期限内查看。',
    'The case has ended: only whoever had it in hand and a supervisor open it, within the time that is set.',
  ],
  'read-question-answered': ['这个疑问已经答复过。', 'This question was answered already.'],
  'read-question-not-found': ['没有这个疑问。', 'There is no such question.'],
  'unknown-item': ['本部门已不办理此事项。', 'The department has no rule for this item any more.'],
  'nothing-known': ['没有此人的记录。', 'There are no records of this person.'],
  'record-invalid': ['记录的格式不对。', 'The record has not the right form.'],
  'facts-outdated': [
    '其他部门告知的情况已超过一天，正在重新查询。答复后请核对再决定。',
    'What other departments told is older than a day and is asked again now. Look at it when it has come, then decide.',
  ],
  'facts-changed': [
    '其他部门告知的情况已有变化，批准的内容随之改变。请退回，由经办人重新审查。',
    'What other departments told has changed, and with it what would be granted. Decline it, so that it is examined again.',
  ],
  'facts-still-awaited': ['其他部门尚未答复，请稍候。', 'Other departments have not answered yet: wait for them.'],
  'outcome-missing': ['请选择准予或不予。', 'Say whether it is granted or refused.'],
  'reason-not-coded': [
    '理由须用小写字母、数字和连字符写成代码。',
    'Give the reason as a code of small letters and hyphens.',
  ],
  'reason-unknown': ['请从本部门的理由中选择。', 'Choose one of the department’s reasons.'],
  'invalid-note': ['请写 1 至 2000 个字，并选择给谁看。', 'Write 1 to 2,000 characters, and choose who reads it.'],
  'too-many-notes': [
    '这个办件的备注和留言已满 200 条，其他内容请写入决定。',
    'This case has 200 notes: what else is to be said belongs into the decision.',
  ],
  'idempotency-key-reused': ['请刷新页面后再写一次。', 'Load the page again and write it once more.'],
  'too-many-rows': ['一次选择的件数太多。', 'Too many cases at a time.'],
  'invalid-act': ['不支持这项批量操作。', 'This cannot be done to many cases.'],
  'not-on-staff-list': [
    '您已不在本部门的人员名单上，请联系负责人。',
    'You are not on the staff list of your department any more: ask your supervisor.',
  ],
  'officer-missing': ['只有经办人可以办理。', 'Only an officer acts on a case.'],
  'supervisor-only': ['只有负责人可以这样做。', 'Only a supervisor may do this.'],
  // at a counter
  'application-open': [
    '申请人已有一件同样的申请正在办理，办结或撤回后方可再申请',
    'The applicant has an application for this under way: wait for its end, or have it withdrawn',
  ],
  'applicant-not-possible': [
    '此事不能由个人申请，或者不能由单位申请。',
    'This cannot be applied for by a person, or not by an organisation.',
  ],
  'age-outside': [
    '按登记的出生日期，申请人年龄不符合此事的法定要求。',
    'By the birth date in the register, the applicant’s age is not one the law allows for this.',
  ],
  'register-outside': [
    '按人口库登记，户籍不符合此事的法定要求。',
    'By the register, they are not registered where the law wants it for this.',
  ],
  'subject-not-possible': ['此事不能为这样的对象办理。', 'This cannot be applied for about such a person.'],
  'subject-unrelated': [
    '按人口库登记，申请人不是这个孩子的监护人，或者办理对象不是其家庭成员。',
    'By the register, the applicant is not a guardian of this child, or the person it is about is not of their household.',
  ],
  'subject-of-age': [
    '办理对象已成年，请由本人申请或出具委托。',
    'The person it is about is of age: they apply themselves, or give a mandate.',
  ],
  'applicant-died': [
    '按户籍登记，申请人已经去世。亲属和继承人可以办理“公民身后”。',
    'By the register the applicant has died. Relatives and heirs use “After a death”.',
  ],
  'guardian-acts': [
    '申请人未满 18 周岁，由监护人代为申请；年满 16 周岁、以自己的劳动收入为主要生活来源的，可在窗口本人申请。',
    'The applicant is below 18: a guardian applies. From 16 on, whoever lives by their own labour applies at a counter.',
  ],
  'district-differs': ['申请人登记在其他区。', 'The applicant is registered in another district.'],
  'invalid-submission': ['提交的内容不完整，请刷新页面后重填。', 'The submission is incomplete: load the page again.'],
  'unknown-package': ['没有这件事，或已停止办理。', 'There is no such package any more.'],
  'application-exists': ['此件已经提交。', 'This application has been submitted before.'],
  'invalid-materials': [
    '材料编号不对，或不是这件事要的材料，请更正。',
    'A paper is not one this asks for, or its mark is wrong: correct it.',
  ],
  'invalid-answers': ['有的内容填写不对，请更正。', 'Some of the answers are wrong: correct them.'],
  'invalid-consents': ['同意事项不对，请刷新页面后重填。', 'The consents are wrong: load the page again.'],
  'consent-outdated': [
    '授权书已有新版本，请刷新页面，请申请人重新签署。',
    'The text of a consent has changed: load the page again and have the new one signed.',
  ],
  'catalogue-entry-not-found': ['目录中没有这一项。', 'The catalogue has no such entry.'],
  'material-not-found': ['没有找到这份材料。', 'There is no such paper.'],
  'assessment-incomplete': ['评估未填完整，请补齐各项评分。', 'The assessment is incomplete: fill in every score.'],
  'allowance-table-missing': [
    '缺少当日津贴标准，请联系管理员。',
    'The allowance table of the day is missing: tell the operators.',
  ],
  'line-table-missing': ['缺少当日低保标准，请联系管理员。', 'The line of the day is missing: tell the operators.'],
  'seat-missing': ['课程名额尚无答复，请稍候。', 'The course has not answered yet.'],
  'application-incomplete': [
    '申请材料不全，请先补正告知。',
    'The application is incomplete: ask for what is missing first.',
  ],
  'claim-open': [
    '人口库尚未答复是否已有同一待遇，请等待答复，不能由人工代为认定。',
    'The register has not said yet whether the same is granted in another case: wait for it, nobody can say it instead.',
  ],
  'inspection-invalid': ['请选择核查通过或未通过。', 'An inspection is either passed or failed.'],
  'means-missing': ['尚无家庭经济状况，请稍候。', 'The means of the household are not known yet.'],
  'means-incomplete': ['家庭经济状况不全，须为非负整数。', 'The means must be whole numbers from 0.'],
};
