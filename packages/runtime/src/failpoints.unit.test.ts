import { commitBatch } from '@lianban/engine';
import { failpoints } from './failpoints';

const send = async () => undefined;

test('without one, every step is what it was', () => {
  const points = failpoints(undefined);
  const handle = async () => undefined;
  expect(points.commit).toBe(commitBatch);
  expect(points.publish(send)).toBe(send);
  expect(points.handle(handle)).toBe(handle);
});

test('the process ends when it passes the point for the so-manieth time, after the step was done', async () => {
  const die = jest.fn();
  let done = 0;
  const publish = failpoints({ point: 'after-publish', pass: 2 }, die).publish(async () => {
    expect(die).not.toHaveBeenCalled();
    done += 1;
  });
  await publish([]);
  expect(die).not.toHaveBeenCalled();
  await publish([]);
  expect({ done, deaths: die.mock.calls.length }).toEqual({ done: 2, deaths: 1 });
});

test('the other points are passed unharmed', () => {
  const points = failpoints({ point: 'before-offset', pass: 1 });
  expect(points.publish(send)).toBe(send);
});
