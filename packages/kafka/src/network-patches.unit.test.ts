import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import Connection from 'kafkajs/src/network/connection';
import RequestQueue from 'kafkajs/src/network/requestQueue';
import './network-patches';

/** An answer of four bytes to a request: its length, and the number of the request. */
const answerTo = (request: number): Buffer => Buffer.from([0, 0, 0, 4, 0, 0, 0, request]);
const log = () => undefined;
const logger = { debug: log, error: log, info: log, warn: log, namespace: () => logger };

test('what was read of an answer that was cut off is not taken for the beginning of the next', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const connection = new Connection({
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    clientId: 'test',
    logger,
    connectionTimeout: 5_000,
    requestTimeout: 5_000,
    socketFactory: ({ host, port, onConnect }) => connect({ host, port }, onConnect),
  });
  const answered = new Promise<number>((resolve) => {
    connection.requestQueue.fulfillRequest = ({ correlationId }) => resolve(correlationId);
  });
  const meet = async (): Promise<Socket> => {
    const [[socket]] = await Promise.all([once(server, 'connection'), connection.connect()]);
    return socket as Socket;
  };
  try {
    const first = await meet();
    const heard = once(connection.socket!, 'data');
    first.write(answerTo(1).subarray(0, 6));
    await heard;
    first.end();
    while (connection.isConnected()) await new Promise(setImmediate);

    const second = await meet();
    second.write(answerTo(7));
    expect(await answered).toBe(7);
    second.end();
  } finally {
    await connection.disconnect();
    server.close();
  }
});

test('with nothing waiting no timer is armed; with a request waiting it is, for a moment in the future', () => {
  jest.useFakeTimers();
  const check = RequestQueue.prototype.scheduleCheckPendingRequests;
  const arm = jest.spyOn(globalThis, 'setTimeout');
  const queue = { pending: [], throttledUntil: -1, throttleCheckTimeoutId: null };

  check.call(queue);
  expect(arm).not.toHaveBeenCalled();

  check.call({ ...queue, pending: [{}] });
  expect(arm).toHaveBeenCalledTimes(1);
  expect(arm.mock.calls[0]?.[1]).toBeGreaterThan(0);
  jest.useRealTimers();
});
