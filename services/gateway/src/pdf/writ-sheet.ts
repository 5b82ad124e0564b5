import type { casework } from '@lianban/protos';
import type { Sheet } from './sheet';

export type SheetLanguage = Sheet['language'];

const words = {
  'zh-CN': {
    number: '文号',
    to: (name: string) => `${name}：`,
    digest: (hex: string) => `数据摘要（SHA-256）：${hex}`,
    // 电子签名法 art. 13, 14: what is no reliable electronic signature must not look like one.
    noSeal:
      '本文书由系统按登记数据生成，未加盖电子签章；数据摘要用于核对内容，不具有签章效力。需要盖章原件的，请到窗口领取。',
    demo: '演示信息：单位名称、地址和救济机关为演示数据。',
  },
  en: {
    number: 'Number',
    to: (name: string) => `To ${name}`,
    digest: (hex: string) => `Digest of the data (SHA-256): ${hex}`,
    noSeal:
      'Made by the system from registered data, without an electronic seal. The digest lets you compare the content; it is no seal in law. For a sealed original, ask at a counter.',
    demo: 'Demo: the names of authorities and the address are demo values.',
  },
} as const;

const pick = (of: casework.v1.WritText | undefined, language: SheetLanguage): string =>
  (language === 'en' ? of?.en : of?.zh) ?? '';

/** 2026年3月4日, or 4 March 2026: the day in the city. */
export const sheetDay = (at: Date, language: SheetLanguage): string =>
  at.toLocaleDateString(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  });

/** A writ 文书 as it is printed for `addressee`. */
export function writSheet(writ: casework.v1.Writ, addressee: string, language: SheetLanguage): Sheet {
  const say = words[language];
  const { number, issuedAt, digest, isDemo } = writ;
  const of = (text: casework.v1.WritText | undefined) => pick(text, language);
  return {
    language,
    organ: of(writ.organ),
    title: of(writ.title),
    number,
    addressee: say.to(addressee),
    parts: writ.parts.map(({ heading, lines }) => ({ ...(heading && { heading: of(heading) }), lines: lines.map(of) })),
    signature: [of(writ.sealLine), ...(issuedAt ? [sheetDay(issuedAt, language)] : [])],
    notes: [of(writ.address), ...(digest ? [say.digest(digest)] : []), say.noSeal, ...(isDemo ? [say.demo] : [])],
  };
}
