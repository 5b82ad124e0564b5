import { dirname, join } from 'node:path';
import { checkout, folders } from '../folders';
import { pollUntil } from '../poll';
import { Problem } from '../problem';
import type { ProcessSpec } from '../process/launch';
import { bankKeysFile } from './keys';
import type { ServicePorts } from '../services/service-ports';
import { stampOf } from '../services/stamp';

const program = join(checkout, 'infra', 'dist', 'bank', 'main.js');
const folder = join(folders.local, 'bank');
export const bankLedgerFile = join(folder, 'ledger.json');

/** Changes with every build. */
export const bankStamp = (): string => stampOf([dirname(program)]);

/** @param ledger where its book is kept; in memory alone without */
export function bankProcess(
  services: readonly ServicePorts[],
  logFile: string,
  ledger?: string,
): (ProcessSpec & { readonly env: Record<string, string> }) | undefined {
  const port = services.find(({ bank }) => bank !== undefined)?.bank;
  if (port === undefined) return undefined;
  return {
    name: 'bank',
    command: process.execPath,
    args: ['--max-old-space-size=128', program],
    env: { BANK_PORT: String(port), BANK_KEYS: bankKeysFile, ...(ledger && { BANK_LEDGER: ledger }) },
    cwd: checkout,
    logFile,
  };
}

/** @throws Problem when it does not answer within 20 s */
export async function bankReady(services: readonly ServicePorts[], logFile: string): Promise<void> {
  const port = services.find(({ bank }) => bank !== undefined)?.bank;
  if (port === undefined) return;
  const ask = async () => {
    const response = await fetch(`http://127.0.0.1:${port}/demo/faults`).catch(() => undefined);
    await response?.body?.cancel();
    return response?.ok ? true : undefined;
  };
  if (!(await pollUntil(ask, { withinMs: 20_000, everyMs: 100 })))
    throw new Problem(`the local bank does not answer on port ${port}: see ${logFile}`);
}
