import { createLog } from '@lianban/telemetry';
import { environment } from '@lianban/settings';
import { readConfig } from '@lianban/runtime';
import { inspectCity } from './inspect/city';
import { Interrupted, failureOf } from './failure';
import { type CommandResult, print } from './output';
import { type Teller, programOf } from './program';

// Wherever it stands on the line: who writes it last meant it as well.
const words = process.argv.slice(2);
const isJson = words.includes('--json');

const tell = (answer: CommandResult) => print(answer, isJson);

// Once: who breaks off a second time does not want to wait for anything.
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
  // What was under way when it was broken off would go on.
  const end = () => error instanceof Interrupted && process.exit();
  if (isJson) process.stdout.write(`${JSON.stringify({ slug, message })}\n`, end);
  else process.stderr.write(`${message}\n`, end);
});
