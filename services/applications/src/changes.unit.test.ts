import type { App, Snapshot } from '@lianban/runtime';
import { createLog } from '@lianban/telemetry';
import { Changes } from './changes';
import type { ApplicationState } from './domain/application';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const at = (version: number) => ({ id: 'LB1', version, state: {} }) as Snapshot<ApplicationState>;

/** Applications as the database has them, and what commits them in this process. */
function setUp(stored: Snapshot<ApplicationState>) {
  const db = { stored, queries: 0 };
  let commit: (found: Snapshot<ApplicationState>) => void = () => undefined;
  const app = {
    log: createLog('test', 'silent'),
    get: async () => db.stored,
    find: async () => (db.queries++, [db.stored]),
    onCommitted: (_type: unknown, listener: typeof commit) => void (commit = listener),
  } as unknown as App;
  return { changes: new Changes(app), db, commit: (found: Snapshot<ApplicationState>) => commit(found) };
}
const never = new AbortController().signal;

test('a commit of this process ends the wait at once, without a query', async () => {
  const { changes, commit, db } = setUp(at(1));
  const change = changes.after('LB1', 1, never);
  commit(at(2));
  expect(await change).toMatchObject({ version: 2 });
  expect(db.queries).toBe(0);
});

test('a change from before the wait is found', async () => {
  expect(await setUp(at(3)).changes.after('LB1', 2, never)).toMatchObject({ version: 3 });
});

test('a commit of another process is found within a second, by one query for all who wait', async () => {
  const { changes, db } = setUp(at(1));
  const both = Promise.all([changes.after('LB1', 1, never), changes.after('LB1', 1, never)]);
  await jest.advanceTimersByTimeAsync(500);
  db.stored = at(2);
  await jest.advanceTimersByTimeAsync(600);
  expect(await both).toMatchObject([{ version: 2 }, { version: 2 }]);
  expect(db.queries).toBe(1);
});

test('who gives up is told so, and asks no more', async () => {
  const { changes, db } = setUp(at(1));
  const gaveUp = new AbortController();
  const change = changes.after('LB1', 1, gaveUp.signal);
  gaveUp.abort();
  expect(await change).toBeUndefined();
  await jest.advanceTimersByTimeAsync(5_000);
  expect(db.queries).toBe(1);
});
