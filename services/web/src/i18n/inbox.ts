import type { BilingualText } from '../page/reader';

export const inbox = {
  title: { zh: '我的消息', en: 'Inbox' },
  lead: {
    zh: '您的办件有了进展、需要您办理时，消息都会列在这里。短信和邮件只作提醒，不写具体内容。',
    en: 'Everything about your applications is told here. SMS and mail only point to this page.',
  },
  none: { zh: '暂无消息。', en: 'You have no messages.' },
  new: { zh: '未读', en: 'New' },
  until: (day: string): BilingualText => ({ zh: `期限：${day}`, en: `By ${day}` }),
  open: (name: BilingualText): BilingualText => ({
    zh: `查看办件：${name.zh}`,
    en: `Open the application: ${name.en}`,
  }),
  written: (department: BilingualText): BilingualText => ({
    zh: `${department.zh}的留言`,
    en: `Message from ${department.en}`,
  }),
  alsoBy: {
    sms: { zh: '已用短信提醒', en: 'also sent by SMS' },
    mail: { zh: '已用邮件提醒', en: 'also sent by mail' },
  } as Readonly<Record<string, BilingualText>>,
  older: { zh: '更早的消息', en: 'Older messages' },
  latest: { zh: '回到最新的消息', en: 'Back to the latest' },
  unread: (count: number): BilingualText => ({
    zh: `${count} 条未读消息`,
    en: count === 1 ? '1 new message in your inbox' : `${count} new messages in your inbox`,
  }),
  settings: { zh: '消息设置', en: 'How you are told' },
} as const;

export const telling = {
  title: inbox.settings,
  lead: {
    zh: '消息总会进入“我的消息”。您可以选择另外用什么方式提醒。',
    en: 'Every message is in your inbox. Choose how else you want to be told.',
  },
  legal: {
    zh: '依法送达的文书，无论如何选择都会提醒。',
    en: 'About decisions and other documents the law has us serve, you are told in any case.',
  },
  channels: { zh: '提醒方式', en: 'Ways' },
  choices: [
    { value: 'sms,mail', words: { zh: '先短信，发不到再用邮件', en: 'SMS; by mail when that fails' } },
    { value: 'mail,sms', words: { zh: '先邮件，发不到再用短信', en: 'Mail; by SMS when that fails' } },
    { value: 'sms', words: { zh: '只用短信', en: 'SMS only' } },
    { value: 'mail', words: { zh: '只用邮件', en: 'Mail only' } },
    { value: '', words: { zh: '都不用，我会自己来看', en: 'Neither: I look here myself' } },
  ],
  language: { zh: '提醒用的语言', en: 'Language of SMS and mail' },
  quiet: { zh: '免打扰时段', en: 'Quiet hours' },
  quietHint: {
    zh: '这段时间内不发提醒，等不及的除外。两格都空着表示不设。例如 21:00',
    en: 'Nothing is sent then, unless it cannot wait. Leave both empty for none. For example 21:00',
  },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  quietWrong: { zh: '请把两个时间都写成 21:00 这样，或者都空着', en: 'Write both times as 21:00, or leave both empty' },
  copies: { zh: '他人代我提交的办件', en: 'Applications that somebody filed for me' },
  copiesYes: { zh: '也告知代办人', en: 'They are told, too' },
  copiesNo: { zh: '只告知我', en: 'Only I am told' },
  save: { zh: '保存', en: 'Save' },
  phone: (number: string): BilingualText => ({ zh: `登记的手机：${number}`, en: `Registered telephone: ${number}` }),
  noPhone: { zh: '没有登记手机。', en: 'No telephone is registered.' },
  correct: { zh: '更正登记的手机', en: 'Correct the registered telephone' },
  email: { zh: '邮箱', en: 'Address of mail' },
  emailHint: { zh: '选填。加密保存，只用来提醒您', en: 'Optional. It is stored encrypted, and used for notices only' },
  emailWrong: { zh: '请填写正确的邮箱，例如 name@example.org', en: 'Write an address like name@example.org' },
} as const;
