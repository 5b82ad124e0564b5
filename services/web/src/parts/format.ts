import type { SiteLanguage, BilingualText } from '../page/reader';

/** Times are shown in the city's time zone. */
const timeZone = 'Asia/Shanghai';

/** An amount of cents in yuan: 200000 → ¥2,000.00, and what is taken back with a minus before the sign. */
export const money = (cents: number): string =>
  `${cents < 0 ? '−' : ''}¥${(Math.abs(cents) / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

/** 10000 → 10,000 */
export const grouped = (value: number): string => value.toLocaleString('en-US');

/** 2026年3月4日 星期三, or Wednesday, 4 March 2026. */
export const day = (moment: string, language: SiteLanguage): string =>
  new Date(moment).toLocaleDateString(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  });

/** 2026年3月4日, or 4 March 2026. */
export const date = (moment: string, language: SiteLanguage): string =>
  new Date(moment).toLocaleDateString(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  });

/** 3月4日 09:05, or 4 March, 09:05. */
export const dayAndTime = (moment: string, language: SiteLanguage): string =>
  new Date(moment).toLocaleString(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone,
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });

/** A list of names, joined as each language does. */
export const list = (names: readonly BilingualText[]): BilingualText => ({
  zh: names.map(({ zh }) => zh).join('、'),
  en: names.map(({ en }) => en).join(', '),
});
