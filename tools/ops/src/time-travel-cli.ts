import { ClockError, readConfig } from '@lianban/runtime';
import { environment } from '@lianban/settings';
import { createLog } from '@lianban/telemetry';
import { inspectCity } from './inspect/city';
import { travel } from './time-travel';

const unitMs = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** "8d" in milliseconds; 0 without a span. @throws ClockError for anything else */
export function spanOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const [, amount, unit] = /^\+?(\d{1,4})([smhd])$/.exec(text) ?? [];
  if (!amount || !unit) throw new ClockError(`"${text}" is no span of time: write 30s, 20m, 5h or 8d.`);
  return Number(amount) * unitMs[unit as keyof typeof unitMs];
}

async function main(): Promise<void> {
  const spanMs = spanOf(process.argv[2]);
  const config = readConfig(environment);
  const city = await inspectCity(config, createLog('time-travel', 'silent'));
  try {
    const { url: mongoUrl, dbPrefix } = config.mongo;
    const onStop = (at: Date, timeouts: number) =>
      process.stderr.write(
        `${at.toISOString()}  ${timeouts === 1 ? 'a timeout is' : `${timeouts} timeouts are`} due\n`,
      );
    const now = spanMs === 0 ? city.now() : await travel(city, { mongoUrl, dbPrefix, spanMs, onStop });
    process.stdout.write(`${now.toISOString()}\n`);
  } finally {
    await city.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
