import { ClockError, moveClock, readConfig } from '@lianban/runtime';
import { environment } from '@lianban/settings';

const unitMs = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** "8d" in milliseconds; nothing means not at all. @throws ClockError for anything else */
function spanOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const [, amount, unit] = /^\+?(\d{1,4})([smhd])$/.exec(text) ?? [];
  if (!amount || !unit) throw new ClockError(`"${text}" is no span of time: write 30s, 20m, 5h or 8d.`);
  return Number(amount) * unitMs[unit as keyof typeof unitMs];
}

async function main(): Promise<void> {
  const span = spanOf(process.argv[2]);
  const { mongo } = readConfig(environment);
  const now = await moveClock(mongo.url, mongo.dbPrefix, span);
  process.stdout.write(`${now.toISOString()}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
