import type { BilingualText } from '../page/reader';

/** Why the register does not let somebody apply, by the slug of the refusal: what is wrong, and what to do. */
export const eligibility: Readonly<Record<string, BilingualText>> = {
  'application-open': {
    zh: '您已有一件同样的申请正在办理。请在“我的办件”里查看，办结或撤回后可以再申请',
    en: 'You already have an application for this under way. See it under “My applications”; you can apply again when it has ended or is withdrawn',
  },
  'age-outside': {
    zh: '按登记的出生日期，申请人的年龄不符合这件事的法定要求，没有提交。登记有误的，请到户籍窗口更正；有疑问请拨打 12345',
    en: 'By the birth date in the register, the applicant’s age is not one the law allows for this, and nothing was submitted. If the register is wrong, have it corrected at a registration counter; for questions call 12345',
  },
  'applicant-died': {
    zh: '按户籍登记，此人已经去世，不能再以其名义申请，没有提交。亲属和继承人可以办理“公民身后”；登记有误的，请到户籍窗口更正；有疑问请拨打 12345',
    en: 'By the register this person has died: nobody applies in their name, and nothing was handed in. Relatives and heirs use “After a death”. If the register is wrong, have it corrected at a registration counter; for questions call 12345',
  },
  'guardian-acts': {
    zh: '未满 18 周岁的人不能自己申请，没有提交。请父母或其他监护人登录后代为申请；年满 16 周岁、靠自己劳动收入生活的，可到窗口办理；有疑问请拨打 12345',
    en: 'Below 18 nobody applies by themselves, and nothing was handed in. A parent or another guardian signs in and applies for them; from 16 on, whoever lives by their own work applies at a counter; for questions call 12345',
  },
  'applicant-not-possible': {
    zh: '这件事不能由个人（单位）申请，没有提交。请换一个身份申请；有疑问请拨打 12345',
    en: 'This cannot be applied for by a person, or not by an organisation, and nothing was handed in. Apply for somebody who can; for questions call 12345',
  },
  'register-outside': {
    zh: '按人口库登记，户籍不符合这件事的法定要求，没有提交。登记有误的，请到户籍窗口更正；有疑问请拨打 12345',
    en: 'By the register, the person is not registered where the law wants it for this, and nothing was handed in. If the register is wrong, have it corrected at a registration counter; for questions call 12345',
  },
  'subject-not-possible': {
    zh: '这件事要说明是为谁办理的，没有提交。请选择办理对象；有疑问请拨打 12345',
    en: 'Say whom this is about; nothing was handed in. For questions call 12345',
  },
  'subject-unrelated': {
    zh: '按人口库登记，您不是这个孩子的监护人，或者办理对象不是您的家庭成员，没有提交。登记有误的，请到户籍窗口更正；有疑问请拨打 12345',
    en: 'By the register, you are not a guardian of this child, or the person this is about does not belong to your household, and nothing was handed in. If the register is wrong, have it corrected at a registration counter; for questions call 12345',
  },
  'subject-of-age': {
    zh: '办理对象已满十八周岁，没有提交。请由本人申请，或者由本人委托您；有疑问请拨打 12345',
    en: 'The person this is about is of age, and nothing was handed in. They apply themselves, or give you a mandate; for questions call 12345',
  },
  'district-differs': {
    zh: '填写的区和申请人登记的区不一致，没有提交。请按登记的区办理，或者先到户籍窗口更正；有疑问请拨打 12345',
    en: 'The applicant is registered in another district, and nothing was submitted. Apply in the district of the register, or have it corrected at a registration counter first; for questions call 12345',
  },
  'resident-not-found': {
    zh: '人口库里没有申请人的登记信息，没有提交。请先到户籍窗口登记，再来申请；填写的内容会保留。有疑问请拨打 12345',
    en: 'The applicant is not in the residents’ register, and nothing was submitted. Register at a registration counter first, then apply; what you entered is kept. For questions call 12345',
  },
};
