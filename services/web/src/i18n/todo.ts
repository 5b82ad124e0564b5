import { isolated } from '@lianban/rest-client';
import type { BilingualText } from '../page/reader';

export const todo = {
  title: { zh: '我的待办', en: 'To do' },
  nothing: { zh: '现在没有需要您处理的事。', en: 'Nothing is waiting for you.' },
  something: { zh: '一件事', en: 'a service' },
  count: (count: number): BilingualText => ({ zh: `${count} 项待办`, en: count === 1 ? '1 to do' : `${count} to do` }),
  supplement: (name: BilingualText): BilingualText => ({
    zh: `补正材料：${name.zh}`,
    en: `Provide what is missing: ${name.en}`,
  }),
  fee: (name: BilingualText): BilingualText => ({ zh: `待缴费：${name.zh}`, en: `Pay the fee: ${name.en}` }),
  appointment: (name: BilingualText): BilingualText => ({
    zh: `选择预约时间：${name.zh}`,
    en: `Choose an appointment: ${name.en}`,
  }),
  unread: (name: BilingualText, count: number): BilingualText => ({
    zh: `${count} 条新留言：${name.zh}`,
    en: count === 1 ? `1 new message: ${name.en}` : `${count} new messages: ${name.en}`,
  }),
  mandate: (name: string): BilingualText =>
    name === ''
      ? { zh: '有人申请替您办事，请确认或拒绝', en: 'Somebody asks to act for you: confirm or refuse' }
      : {
          zh: `${isolated(name)}申请替您办事，请确认或拒绝`,
          en: `${isolated(name)} asks to act for you: confirm or refuse`,
        },
  draft: (name: BilingualText): BilingualText => ({
    zh: `继续填写：${name.zh}`,
    en: `Continue your draft: ${name.en}`,
  }),
  offer: (name: BilingualText): BilingualText => ({
    zh: `您可能可以申请：${name.zh}`,
    en: `You may be able to apply for: ${name.en}`,
  }),
} as const;
