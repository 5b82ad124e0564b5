// Months are text, YYYY-MM: they compare as they are.

const placeOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** So many months after a month or the month of a day; before it, when negative. */
export const monthAfter = (month: string, months: number): string => {
  const place = placeOf(month) + months;
  return `${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`;
};

/** Months from one month to another. */
export const monthsBetween = (from: string, to: string): number => placeOf(to) - placeOf(from);
