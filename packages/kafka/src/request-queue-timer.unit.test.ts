import RequestQueue from 'kafkajs/src/network/requestQueue';
import './request-queue-timer';

const check = RequestQueue.prototype.scheduleCheckPendingRequests;

test('with nothing waiting no timer is armed; with a request waiting it is, for a moment in the future', () => {
  jest.useFakeTimers();
  const arm = jest.spyOn(globalThis, 'setTimeout');
  const queue = { pending: [], throttledUntil: -1, throttleCheckTimeoutId: null };

  check.call(queue);
  expect(arm).not.toHaveBeenCalled();

  check.call({ ...queue, pending: [{}] });
  expect(arm).toHaveBeenCalledTimes(1);
  expect(arm.mock.calls[0]?.[1]).toBeGreaterThan(0);
  jest.useRealTimers();
});
