import { CommandQueue, batchRunner, type Database, Relay, type Send, openDatabase } from '@lianban/engine';
import { type TallyCommand, order, tally } from './tally';
import { isPassing } from '@lianban/mongo';
import { quiet } from './quiet';
import { mongoUrl } from './environment';
import type { Servers } from './servers';

type Ports = Parameters<typeof batchRunner>[0];
type Sent = Parameters<Send>[0];

/** The line of one process on a real database, and everything it sent, without the workers of a service. */
export interface TestLine {
  readonly line: CommandQueue;
  readonly relay: Relay;
  readonly sent: Sent;
  do(id: string, command: TallyCommand): ReturnType<CommandQueue['enqueue']>;
}

export const openTallies = (servers: Servers): Promise<Database> =>
  openDatabase(mongoUrl, `${servers.prefix}lines`, [tally]);

export function testLine(
  db: Database,
  processId: string,
  commit?: Ports['commit'],
  { maxCommands = 500, of = tally } = {},
): TestLine {
  const sent: Sent[number][] = [];
  const relay = new Relay(db, processId, async (records) => void sent.push(...records), quiet);
  const aggregates = new Map([[of.name, of]]);
  const context = { service: 'lines', topic: 'lines.v1', aggregates, requestTimeoutMs: () => 1_000 };
  const ports = { db, relay, context, now: () => new Date(), log: quiet, onCommitted: () => undefined };
  const line = new CommandQueue(batchRunner(commit ? { ...ports, commit } : ports), {
    maxCommands,
    isPassing,
    log: quiet,
  });
  return { line, relay, sent, do: (id, command) => line.enqueue({ addressed: order(id, command) }) };
}
