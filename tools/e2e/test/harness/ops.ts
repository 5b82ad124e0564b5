import { type ChildProcess, execFile } from 'node:child_process';
import { join } from 'node:path';
import type { TestCity } from '../../src/city';

const program = join(__dirname, '../../../ops/bin/lianban-ops.js');

export interface OpsAnswer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the operators' program against a city. */
export const ops = (city: TestCity, mongoUrl: string, ...args: readonly string[]): Promise<OpsAnswer> =>
  run(city, mongoUrl, args, () => undefined);

/** The same, interrupted with Ctrl-C as soon as its progress on stderr contains `line`. */
export const opsInterrupted = (
  city: TestCity,
  mongoUrl: string,
  line: string,
  ...args: readonly string[]
): Promise<OpsAnswer> =>
  run(city, mongoUrl, args, (child) => {
    let stdout = '';
    const watch = (part: Buffer) => {
      stdout += String(part);
      if (!stdout.includes(line)) return;
      child.stderr?.off('data', watch);
      child.kill('SIGINT');
    };
    child.stderr?.on('data', watch);
  });

function run(
  city: TestCity,
  mongoUrl: string,
  args: readonly string[],
  meanwhile: (child: ChildProcess) => void,
): Promise<OpsAnswer> {
  const env = {
    ...process.env,
    KAFKA_BROKERS: city.brokers.join(','),
    MONGO_URL: mongoUrl,
    KAFKA_TOPIC_PREFIX: city.prefix,
    MONGO_DB_PREFIX: city.prefix,
    SERVICE_ADDRESSES: `applications=${city.address('applications')}`,
    ...city.operatorEnv,
  };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...args], { env }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error ? -1 : 0;
      resolve({ code, stdout, stderr });
    });
    meanwhile(child);
  });
}
