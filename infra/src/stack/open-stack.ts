import { messageOf } from '../problem';
import { chooseSource, describeChoice } from './choose';
import { containerStack } from './container-stack';
import { usableEngine } from './engine';
import { imagesFrom } from './images';
import type { OpenStack } from './stack';
import { throwAwayStack } from './throw-away-stack';

type Say = (line: string) => void;

async function natively(why: string, say: Say): Promise<OpenStack> {
  say(describeChoice({ source: 'native', why }));
  return { ...(await throwAwayStack(say)), source: 'native', why };
}

/**
 * Kafka and MongoDB for one run of tests or measurements, from the first source that works: the addresses in
 * KAFKA_BROKERS and MONGO_URL, a container engine, native processes. Prints which, and why.
 *
 * Call `stop()` at the end: it stops what was started here, and leaves given servers alone.
 * @throws Problem naming what to install when no source works.
 */
export async function openStack({
  env = process.env,
  say = (line) => process.stdout.write(`${line}\n`),
}: { env?: NodeJS.ProcessEnv; say?: Say } = {}): Promise<OpenStack> {
  const choice = await chooseSource({
    kafkaBrokers: env['KAFKA_BROKERS'],
    mongoUrl: env['MONGO_URL'],
    engine: () => usableEngine(env, say),
  });
  switch (choice.source) {
    case 'environment':
      say(describeChoice(choice));
      return { ...choice.addresses, source: choice.source, why: choice.why, stop: () => Promise.resolve() };
    case 'engine':
      try {
        // testcontainers knows fewer addresses than we do.
        process.env['DOCKER_HOST'] ??= choice.at;
        const stack = await containerStack(imagesFrom(env));
        say(describeChoice(choice));
        return { ...stack, source: choice.source, why: choice.why };
      } catch (error) {
        return natively(`a container engine answers, but ${messageOf(error)}`, say);
      }
    case 'native':
      return natively(choice.why, say);
  }
}
