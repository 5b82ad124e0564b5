// The channel takes numbers of 32 characters; "-99" of an attempt and "RF" of a refund come on top.
const longest = 28;

/**
 * CH20260302000001-fee: the number of the application and its step, so that it is the same however often it is asked for.
 * @throws when it is too long: cut short, two charges could have one number
 */
export function chargeNumber(applicationNumber: string, step: string): string {
  const number = `CH${applicationNumber.replace(/^[A-Z]+/, '')}-${step}`;
  if (number.length > longest || !/^[0-9A-Za-z-]+$/.test(number))
    throw new Error(`a channel cannot take "${number}" as a number`);
  return number;
}

/** The charge of an attempt's or a refund's number; undefined of a number that is none of ours. */
export function chargeOf(number: string): string | undefined {
  const [, kind, digits] = /^(CH|RF)([0-9A-Za-z-]+)-\d{1,2}$/.exec(number) ?? [];
  return kind === undefined ? undefined : `CH${digits}`;
}
