import { Problem } from '../problem';
import type { Addresses, StackSource } from './stack';

/** Facts about the machine, found out only as far as needed. */
export interface Findings {
  readonly kafkaBrokers: string | undefined;
  readonly mongoUrl: string | undefined;
  /** The address of a container engine, or why none can be used; called only when no addresses are given. */
  readonly engine: () => Promise<{ readonly at: string } | { readonly at: undefined; readonly why: string }>;
}

export type Choice =
  | { readonly source: 'environment'; readonly why: string; readonly addresses: Addresses }
  | { readonly source: 'engine'; readonly why: string; readonly at: string }
  | { readonly source: 'native'; readonly why: string };

/**
 * Takes the first source that works: addresses given by the environment, a container engine, native processes.
 * @throws Problem when only one of the two addresses is given, because it must not be combined with a server started here.
 */
export async function chooseSource({ kafkaBrokers, mongoUrl, engine }: Findings): Promise<Choice> {
  if (kafkaBrokers && mongoUrl)
    return {
      source: 'environment',
      why: 'KAFKA_BROKERS and MONGO_URL are set',
      addresses: { kafkaBrokers, mongoUrl },
    };
  if (kafkaBrokers || mongoUrl) {
    const [set, missing] = kafkaBrokers ? ['KAFKA_BROKERS', 'MONGO_URL'] : ['MONGO_URL', 'KAFKA_BROKERS'];
    throw new Problem(`${set} is set but ${missing} is not: set both, or neither`);
  }
  const found = await engine();
  return found.at === undefined
    ? { source: 'native', why: found.why }
    : { source: 'engine', why: `a container engine answers at ${found.at}`, at: found.at };
}

/** One line for the terminal. */
export function describeChoice({ source, why }: { source: StackSource; why: string }): string {
  const what = {
    environment: 'the addresses given',
    engine: 'containers',
    native: 'native processes',
  }[source];
  return `Kafka and MongoDB: ${what} (${why})`;
}
