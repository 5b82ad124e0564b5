import { createLog } from '@lianban/telemetry';
import { environment } from '@lianban/settings';
import { readConfig } from '@lianban/runtime';
import { inspectCity } from './inspect/city';
import { Interrupted, failureOf } from './failure';
import { type CommandResult, print } from './output';
import { programOf } from './program';
import type { Teller } from './teller';

// --json is accepted anywhere on the command line.
const words = process.argv.slice(2);
const isJson = words.includes('--json');

const tell = (answer: CommandResult) => print(answer, isJson);

// A second Ctrl-C ends the process at once.
const interrupted = new Promise<never>((_, reject) => {
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => reject(new Interrupted()));
});

const answer: Teller['answer'] = async (ask) => {
  const city = await inspectCity(readConfig(environment), createLog('lianban-ops', 'silent'));
  try {
    tell(await ask(city));
  } finally {
    await city.close();
  }
};

const program = programOf({ answer, tell }, isJson);
const asked = program.parseAsync(
  words.filter((word) => word !== '--json'),
  { from: 'user' },
);

Promise.race([asked, interrupted]).catch((error: unknown) => {
  const failure = failureOf(error);
  if (!failure) return;
  const { slug, message, code } = failure;
  process.exitCode = code;
  // Requests in flight would otherwise keep an interrupted process alive.
  const end = () => error instanceof Interrupted && process.exit();
  if (isJson) process.stdout.write(`${JSON.stringify({ slug, message })}\n`, end);
  else process.stderr.write(`${message}\n`, end);
});
