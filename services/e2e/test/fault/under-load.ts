import { type BreakableStack, throwAwayStack } from '@lianban/infra';
import { type City, startCity } from '../../src/city';
import { waitFor } from '../../src/wait-for';
import { allEnded } from '../harness/document-audit';
import { fourDepartments } from '../harness/four-departments';
import { Ledger } from '../harness/ledger';
import { steadily } from '../harness/steadily';
import type { Breakable, Fault } from './catalogue';
import { lossyWire } from './lossy-wire';

const residents = 8;

/** A city that can be broken, and the client's book of what it was asked. */
export interface Subject extends Breakable {
  readonly ledger: Ledger;
  stop(): Promise<void>;
}

/** On servers of its own, with a wire to MongoDB in between; the test itself looks at the database directly. */
export async function openSubject(name: string): Promise<Subject> {
  const stack: BreakableStack = await throwAwayStack(() => undefined);
  const mongoWire = await lossyWire(Number(new URL(stack.mongoUrl).port));
  let city: City | undefined;
  const stop = async () => {
    await city?.stop();
    await mongoWire.close();
    await stack.stop();
  };
  try {
    // A direct connection: otherwise the driver would learn the server's own address and pass the wire by.
    const mongoUrl = `mongodb://127.0.0.1:${mongoWire.port}/?directConnection=true`;
    const servers = { kafkaBrokers: stack.kafkaBrokers, mongoUrl };
    city = await startCity({ name, servers, residents, env: { LOG_LEVEL: 'warn' } });
    return { stack, mongoWire, city, ledger: new Ledger(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Applications come all the time, `aSecond`, whether they are answered or not, while `strike` breaks and mends. */
export async function underLoad(
  { city, ledger }: Subject,
  aSecond: number,
  strike: () => Promise<void>,
): Promise<{ healedMs: number }> {
  const doors = Array.from({ length: residents }, (_, n) => city.resident(n + 1));
  const more = (than: number) =>
    waitFor('submissions are taken', () => (ledger.taken.size > than + 10 ? true : undefined));
  const load = steadily(aSecond, (n) => ledger.submit(doors[n % residents]!, fourDepartments));
  try {
    await more(ledger.taken.size);
    await strike();
    const mended = Date.now();
    await more(ledger.taken.size);
    return { healedMs: Date.now() - mended };
  } finally {
    await load.stop();
    await allEnded(city);
  }
}

export const strikeUnderLoad = (subject: Subject, fault: Fault, aSecond: number) =>
  underLoad(subject, aSecond, () => fault.strike(subject));
