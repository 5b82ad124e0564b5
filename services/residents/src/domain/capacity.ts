/**
 * Capacity for civil acts 民事行为能力 by age (民法典 art. 17–20, 1259: a birthday counts from its day on): none below eight, limited
 * below eighteen, full from then on. Whoever is sixteen and lives by their own labour counts as of full capacity (art. 18); no register
 * knows that, so it is shown at a counter.
 */
export type Capacity = 'none' | 'limited' | 'full';

const LIMITED_FROM = 8;
const OWN_LABOUR_FROM = 16;
export const OF_AGE = 18;

/** @param birthDate @param today both YYYY-MM-DD */
export function capacityOf(birthDate: string, today: string): Capacity {
  if (today >= birthdayOf(birthDate, OF_AGE)) return 'full';
  return today >= birthdayOf(birthDate, LIMITED_FROM) ? 'limited' : 'none';
}

/** Sixteen or seventeen: of full capacity if they live by their own labour. */
export const mayLiveByOwnLabour = (birthDate: string, today: string): boolean =>
  today >= birthdayOf(birthDate, OWN_LABOUR_FROM) && today < birthdayOf(birthDate, OF_AGE);

/** The day on which somebody completes so many years, as YYYY-MM-DD; of the 29th of February, the first of March in other years. */
export function birthdayOf(birthDate: string, years: number): string {
  const year = Number(birthDate.slice(0, 4)) + years;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const day = birthDate.slice(5) === '02-29' && !isLeap ? '03-01' : birthDate.slice(5);
  return `${String(year).padStart(4, '0')}-${day}`;
}
