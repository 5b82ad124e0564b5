export const help = {
  title: { zh: '帮助', en: 'Help' },
  lead: {
    zh: '不会用、不方便用，都可以拨打 12345，或到街道服务窗口请工作人员代为填写。线上和窗口是同一件，进度都能查到。',
    en: 'If you cannot or would rather not use this site, call 12345 or go to the counter of your street. It is the same application either way.',
  },
  sections: [
    {
      title: { zh: '怎么申请', en: 'How to apply' },
      text: {
        zh: '先搜索要办的事，看办事指南；再登录，一次回答一个问题；最后核对并提交。每一步都自动保存。',
        en: 'Search for what you need and read its guide; sign in and answer one question at a time; check your answers and submit. Every step is saved.',
      },
    },
    {
      title: { zh: '提交以后', en: 'After you have applied' },
      text: {
        zh: '您会得到一个办件编号。在“我的办件”里可以看到每个部门办到哪一步、什么时候答复。需要补正材料的，排在最前面。',
        en: 'You get an application number. “My applications” shows the progress of each department and when it will answer. What waits for you comes first.',
      },
    },
    {
      title: { zh: '代家人办理', en: 'Acting for somebody else' },
      text: {
        zh: '在“我的数据”里申请代办委托，由本人确认，或带证明到窗口确认。委托可以限定事项和期限，随时可以撤销；每一次代办都同时记下两个人。',
        en: 'Ask for permission to act under “My data”. The person confirms it, or an officer does at a counter with evidence. It can be limited to some services and to a time, and revoked at any time; everything done with it names both of you.',
      },
    },
    {
      title: { zh: '对结果不满意', en: 'If you do not agree' },
      text: {
        zh: '办理过程中可以提出异议。对决定不服的，可以自知道之日起 60 日内申请行政复议，或者 6 个月内提起行政诉讼。对服务不满意，可以拨打 12345。',
        en: 'You can object while a step is worked on. Against a decision you may apply for administrative reconsideration within 60 days of learning of it, or go to court within 6 months. For complaints about the service call 12345.',
      },
    },
  ],
} as const;

export const privacy = {
  title: { zh: '隐私说明', en: 'Privacy' },
  lead: {
    zh: '只用办这件事需要的数据，部门之间每一次查询都留下记录，您随时可以看到。',
    en: 'Only what your application needs is used. Each time a department viewed your data is recorded for you to see.',
  },
  sections: [
    {
      title: { zh: '我们用哪些数据', en: 'What is used' },
      text: {
        zh: '您填写的答案、上传的材料，以及经您同意从人口库核对的信息。身份证号、电话和住址加密保存，不会出现在部门之间的消息里。',
        en: 'Your answers and materials, and what is checked in the population register with your consent. ID number, phone and address are stored encrypted and are never part of the messages between departments.',
      },
    },
    {
      title: { zh: '谁能看到', en: 'Who sees it' },
      text: {
        zh: '只有办理您的事项的部门，只看到它需要的部分。“我的数据”里列出谁、什么时候、为什么看过。',
        en: 'Only the departments that work on your matter, and only the part they need. “My data” lists who looked, when and why.',
      },
    },
    {
      title: { zh: '这个网站保存的小文件', en: 'Cookies' },
      text: {
        zh: '一个用来保持登录，两个用来记住语言和长辈版。没有广告，没有跟踪。',
        en: 'One keeps you signed in, two remember the language and the text size. There is no advertising and no tracking.',
      },
    },
  ],
} as const;

export const accessibility = {
  title: { zh: '无障碍声明', en: 'Accessibility' },
  lead: {
    zh: '本站按 WCAG 2.2 AA 级和《移动互联网应用适老化通用设计规范》制作。',
    en: 'This site is made to WCAG 2.2 level AA and to the national specification for ageing-friendly applications.',
  },
  sections: [
    {
      title: { zh: '您可以', en: 'You can' },
      text: {
        zh: '只用键盘操作；放大到 200% 或在小屏幕上阅读；用读屏软件；不开启脚本；切换到长辈版使用大字和大按钮。',
        en: 'use the keyboard alone; zoom to 200 % or read on a small screen; use a screen reader; switch scripts off; switch to larger text and buttons.',
      },
    },
    {
      title: { zh: '发现问题', en: 'If something does not work' },
      text: {
        zh: '请拨打 12345 告诉我们是哪个页面、遇到了什么，我们会改，也会先用别的办法帮您办。',
        en: 'Call 12345 and say which page it was and what happened. We will mend it, and help you another way meanwhile.',
      },
    },
  ],
} as const;
