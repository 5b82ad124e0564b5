import type { Package, Step } from '@lianban/rest-client';
import type { BilingualText } from '../page/reader';
import { applications } from '../i18n/applications';

const settled: ReadonlySet<string> = new Set(['refused', 'not-needed', 'stopped', 'cancelled', 'compensated']);

/** What a withdrawal does to one step; of a package that is not in the catalogue any more nothing is said. */
export function afterWithdrawal({ status }: Step, of: Package | undefined): BilingualText | undefined {
  if (settled.has(status)) return applications.willNotChange;
  if (status !== 'granted') return applications.willCancel;
  if (of?.withdrawal === undefined) return undefined;
  return of.withdrawal === 'compensate' ? applications.willTakeBack : applications.willKeep;
}
