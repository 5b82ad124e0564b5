import { CallFailed, type CallOptions } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import type { Ports } from '../ports';
import type { Officer } from '../token/identity';

export interface CodedReason {
  readonly use: 'grant' | 'refuse' | 'pause' | 'extend';
  readonly reason: string;
}

/**
 * Checks a reason code against the department's catalogue, and its use (grant, refuse, pause, extend): a code then means the
 * same to residents, in statistics and next year. A department whose catalogue has none for this use may give any code.
 * When the catalogue is not available the code is accepted, so that officers can work.
 * @returns the refusal, if any
 */
export async function unknownReason(
  { department }: Officer,
  { use, reason }: CodedReason,
  { applications, log }: Ports,
  call: CallOptions,
): Promise<Refusal | undefined> {
  const known = await reasonsFor().catch((error: unknown) => {
    if (!(error instanceof CallFailed)) throw error;
    log.warn({ err: error, department }, 'catalogue not available: reason accepted unchecked');
    return [] as string[];
  });
  if (known.length === 0 || known.includes(reason)) return undefined;
  const choice = known.join(', ');
  return refuse(
    'reason-unknown',
    `"${reason}" is no reason of ${department} to ${use}. Give one of: ${choice}.`,
    '/reason',
  );

  async function reasonsFor(): Promise<string[]> {
    const found = await applications.listPackages({}, call);
    if (isRefusal(found)) return [];
    const items = found.packages.flatMap(({ steps }) => steps.flatMap(({ item }) => item ?? []));
    const own = items.find((item) => item.department === department)?.reasons ?? [];
    return own.filter(({ uses }) => uses.includes(use)).map(({ code }) => code);
  }
}
