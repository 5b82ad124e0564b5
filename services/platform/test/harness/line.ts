import { type BatchPorts, Line, batchRunner } from '../../src/handle';
import { type TallyCommand, tally } from '../../src/handle/tally.testing';
import { type Database, type OutboxRecord, Relay, isPassing, openDatabase } from '../../src/store';
import { order, quiet } from './counting';
import { type Servers, mongoUrl } from './servers';

/** The line of one process on a real database, and everything it sent, without the workers of a service. */
export interface TestLine {
  readonly line: Line;
  readonly relay: Relay;
  readonly sent: readonly OutboxRecord[];
  do(id: string, command: TallyCommand): ReturnType<Line['enqueue']>;
}

export const openTallies = (servers: Servers): Promise<Database> =>
  openDatabase(mongoUrl, `${servers.prefix}lines`, [tally]);

export function testLine(
  db: Database,
  processId: string,
  commit?: BatchPorts['commit'],
  { maxCommands = 500, of = tally } = {},
): TestLine {
  const sent: OutboxRecord[] = [];
  const relay = new Relay(db, processId, async (records) => void sent.push(...records), quiet);
  const kinds = new Map([[of.name, of]]);
  const context = { service: 'lines', topic: 'lines.v1', kinds, askMs: () => 1_000 };
  const ports = { db, relay, context, now: () => new Date(), log: quiet, onCommitted: () => undefined };
  const line = new Line(batchRunner(commit ? { ...ports, commit } : ports), { maxCommands, isPassing, log: quiet });
  return { line, relay, sent, do: (id, command) => line.enqueue({ order: order(id, command) }) };
}
