import { waitFor } from '../../src/wait-for';
import { allEnded } from '../harness/document-audit';
import { fourDepartments } from '../harness/four-departments';
import { openLoop } from '../harness/open-loop';
import type { InjectedFault } from './fault';
import { type FaultSubject, residents } from './subject';

/** Submits `aSecond` applications a second, whether they are answered or not, while `inject` injects a fault and ends it. */
export async function underLoad(
  { city, ledger }: Pick<FaultSubject, 'city' | 'ledger'>,
  aSecond: number,
  inject: () => Promise<void>,
): Promise<{ healedMs: number; endedMs: number }> {
  const clients = Array.from({ length: residents }, (_, n) => city.assisted(n + 1));
  const more = (than: number) =>
    waitFor('submissions are accepted', () => (ledger.accepted.size > than + 10 ? true : undefined));
  const load = openLoop(aSecond, (n) => ledger.submit(clients[n % residents]!, fourDepartments));
  const mended = async () => {
    try {
      await more(ledger.accepted.size);
      await inject();
      const since = Date.now();
      await more(ledger.accepted.size);
      return { since, healedMs: Date.now() - since };
    } finally {
      await load.stop();
    }
  };
  const { since, healedMs } = await mended();
  await allEnded(city);
  return { healedMs, endedMs: Date.now() - since };
}

export const injectUnderLoad = (subject: FaultSubject, fault: InjectedFault, aSecond: number) =>
  underLoad(subject, aSecond, () => fault.inject(subject));
