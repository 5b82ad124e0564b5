/** Fakes the timers and clocks. setImmediate stays real, so that promises settle between two steps of time. */
export const fakeTime = () => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });

/** Moves time forward until `holds`, by five minutes at most. */
export async function passUntil(holds: () => boolean): Promise<void> {
  for (let passedMs = 0; passedMs < 300_000 && !holds(); passedMs += 50) await jest.advanceTimersByTimeAsync(50);
  expect(holds()).toBe(true);
}

/** Moves time forward until `work` settles, and settles like it. */
export async function passDuring<T>(work: Promise<T>): Promise<T> {
  let isSettled = false;
  const settle = () => void (isSettled = true);
  work.then(settle, settle);
  await new Promise(setImmediate);
  await passUntil(() => isSettled);
  return work;
}
