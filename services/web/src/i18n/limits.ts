import type { Item } from '@lianban/rest-client';
import { type BilingualText, type SiteLanguage, inLanguage } from '../page/reader';
import { day } from '../parts/format';

/** Said beside every day that was counted beyond the published holiday tables. */
export const provisional: BilingualText = {
  zh: '（暂定，以国务院公布的放假安排为准）',
  en: ' (provisional, until the State Council publishes the holidays)',
};

/** The day of a limit, and that it is provisional when it is. */
export const limitDay = (at: string, isProvisional: true | undefined, language: SiteLanguage): string =>
  `${day(at, language)}${isProvisional ? inLanguage(language)(provisional) : ''}`;

const workingDays = (count: number): BilingualText => ({
  zh: `${count} 个工作日`,
  en: count === 1 ? '1 working day' : `${count} working days`,
});

/** 日 in a law are calendar days. */
const calendarDays = (count: number): BilingualText => ({
  zh: `${count} 日（含节假日）`,
  en: count === 1 ? '1 day, holidays included' : `${count} days, holidays included`,
});

/** The limit of an item by law, in the days its law counts. */
export const statutoryLimit = ({
  statutoryDays,
  statutoryCalendarDays,
}: Pick<Item, 'statutoryDays' | 'statutoryCalendarDays'>): BilingualText =>
  statutoryCalendarDays === undefined ? workingDays(statutoryDays) : calendarDays(statutoryCalendarDays);
