import { CallFailed, type CallOptions } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import type { Ports } from '../ports';
import type { Officer } from '../token/identity';

export interface CodedReason {
  readonly use: 'grant' | 'refuse' | 'pause' | 'extend';
  readonly reason: string;
}

/**
 * Officers give the reasons of their department's catalogue file, each for what it is meant for: what a reason means is then
 * the same for the resident, in the figures, and next year. A department whose file has none for this use may give any code.
 * When the catalogue cannot be asked now, the officer's work does not wait for it.
 * @returns why the reason cannot be used
 */
export async function unknownReason(
  { department }: Officer,
  { use, reason }: CodedReason,
  { applications, log }: Ports,
  call: CallOptions,
): Promise<Refusal | undefined> {
  const known = await reasonsFor().catch((error: unknown) => {
    if (!(error instanceof CallFailed)) throw error;
    log.warn({ err: error, department }, 'a reason was taken without the catalogue');
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
