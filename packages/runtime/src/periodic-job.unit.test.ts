import { createLog } from '@lianban/telemetry';
import { periodicJob } from './periodic-job';

const log = createLog('test', 'silent');

test('a worker knows when it last ended a turn well, and a failed turn does not count', async () => {
  const turns: ((failure?: Error) => void)[] = [];
  const turn = () =>
    new Promise<void>((resolve, reject) => turns.push((failure) => (failure ? reject(failure) : resolve())));
  const next = async () => {
    while (turns.length === 0) await new Promise(setImmediate);
    return turns.shift()!;
  };
  const worker = periodicJob('sweep', 1, turn, log);
  const begun = worker.succeededAt;

  (await next())();
  const second = await next();
  const endedFirst = worker.succeededAt;
  expect(endedFirst).toBeGreaterThan(begun);

  second(new Error('away'));
  const third = await next();
  expect(worker.succeededAt).toBe(endedFirst);

  third();
  (await next())();
  expect(worker.succeededAt).toBeGreaterThan(endedFirst);
  await worker.stop();
});
