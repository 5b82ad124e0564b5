import { connect } from '@lianban/grpc';
import { echo, type Servers } from '@lianban/testing';
import type { Child } from './child';

/** Adds one to `subjects` documents side by side, one call after the other on each, until told to stop. */
export function load(child: Child, subjects: readonly string[]) {
  const connection = connect(echo, `127.0.0.1:${child.grpcPort}`, 'test', 'counting');
  const answered = new Map<string, number>();
  const failed = new Map<string, number>();
  let going = true;
  const callers = subjects.map(async (id) => {
    while (going) {
      try {
        await connection.call.add({ id, amount: 1 }, { deadlineMs: 3_000 });
        answered.set(id, (answered.get(id) ?? 0) + 1);
      } catch {
        // Done or not, nobody knows; a process that is only slow is called again.
        failed.set(id, (failed.get(id) ?? 0) + 1);
        if (!child.isRunning()) return;
      }
    }
  });
  const stop = async () => {
    going = false;
    await Promise.all(callers);
    connection.close();
  };
  return { answered, failed, stop, count: () => [...answered.values()].reduce((sum, n) => sum + n, 0) };
}

/** A tally as the database has it. */
export async function stored(servers: Servers, service: string, id: string) {
  const tallies = servers.db(service).collection<{ _id: string; version: number; state: { total: number } }>('tallies');
  const found = await tallies.findOne({ _id: id });
  return { total: found?.state.total ?? 0, version: found?.version ?? 0 };
}
