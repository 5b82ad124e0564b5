import type { Database } from '@lianban/engine';
import { createLog } from '@lianban/telemetry';
import { type AppPorts, createApp } from './app';

/** Counters that fail when told to, as a database does that is away for a moment. */
function appWith(failures: number) {
  const next = new Map<string, number>();
  let left = failures;
  const findOneAndUpdate = async ({ _id }: { _id: string }, { $inc }: { $inc: { next: number } }) => {
    if (left-- > 0) throw new Error('away');
    next.set(_id, (next.get(_id) ?? 0) + $inc.next);
    return { next: next.get(_id) };
  };
  const db = { counters: { findOneAndUpdate } } as unknown as Database;
  return createApp('counting', { db } as AppPorts, createLog('test', 'silent'));
}

test('numbers rise by one, without a gap between blocks', async () => {
  const app = appWith(0);
  const numbers = await Promise.all(Array.from({ length: 250 }, () => app.nextNumber('applications')));
  expect(numbers).toEqual(Array.from({ length: 250 }, (_, i) => i + 1));
});

test('a database that was away for a moment does not end a series', async () => {
  const app = appWith(1);
  await expect(Promise.all([app.nextNumber('a'), app.nextNumber('a')])).rejects.toThrow('away');
  expect(await app.nextNumber('a')).toBe(1);
});
