import { openStack } from '../stack/open-stack';
import type { OpenStack } from '../stack/stack';

declare global {
  var lianbanStack: OpenStack | undefined;
}

// Jest's progress line has no line break yet.
const say = (line: string) => process.stderr.write(`\n${line}\n`);

/** Jest's workers are started after this and inherit the addresses through the environment. */
export default async function globalSetup(): Promise<void> {
  const began = Date.now();
  const stack = await openStack({ say });
  globalThis.lianbanStack = stack;
  process.env['KAFKA_BROKERS'] = stack.kafkaBrokers;
  process.env['MONGO_URL'] = stack.mongoUrl;
  say(`${stack.kafkaBrokers} and ${stack.mongoUrl} ready in ${Date.now() - began} ms`);
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    process.once(name, () => void stack.stop().finally(() => process.exit(code)));
}
