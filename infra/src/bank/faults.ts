/** What a bank may do wrong (functions.md §3.6): each is switched on for so many times it comes up. */
export const faultNames = [
  'callback-lost',
  'callback-twice',
  'callback-fifteen-times',
  'callback-other-amount',
  'callback-other-merchant',
  'callback-of-six-minutes-ago',
  'callback-unknown-serial',
  'callback-expired-key',
  'callback-written-again',
  'callback-garbage',
  'paid-before-the-answer',
  'create-unanswered',
  'query-unanswered',
  'refund-abnormal',
  'refund-callback-before-answer',
  'bill-late',
  'bill-truncated',
  'bill-of-other-hash',
] as const;
export type FaultName = (typeof faultNames)[number];

export class Faults {
  private readonly left = new Map<FaultName, number>();

  set(name: FaultName, times: number): void {
    this.left.set(name, times);
  }

  /** Whether it comes up now; it then has one time less. */
  strikes(name: FaultName): boolean {
    const left = this.left.get(name) ?? 0;
    if (left > 0) this.left.set(name, left - 1);
    return left > 0;
  }

  all = (): Readonly<Record<string, number>> =>
    Object.fromEntries(faultNames.map((name) => [name, this.left.get(name) ?? 0]));
}
