import { type ClientReadableStream, Client, credentials } from '@grpc/grpc-js';
import { grpc } from '@lianban/protos';
import { createLog } from '@lianban/telemetry';
import { healthDefinition } from './health';
import { serveGrpc } from './server';

const { HealthCheckResponse_ServingStatus: Status } = grpc.health.v1;

test('the health service says what the server is, tells who watches of a change, and lets go when it stops', async () => {
  let ready = false;
  const server = await serveGrpc([], {
    bind: '127.0.0.1',
    port: 0,
    isReady: () => ready,
    log: createLog('test', 'silent'),
  });
  const client = new Client(`127.0.0.1:${server.port}`, credentials.createInsecure());
  const { check, watch } = healthDefinition as unknown as typeof grpc.health.v1.HealthService;
  const checked = () =>
    new Promise((resolve, reject) =>
      client.makeUnaryRequest(
        check.path,
        check.requestSerialize,
        check.responseDeserialize,
        { service: '' },
        (error, answer) => (error ? reject(error) : resolve(answer?.status)),
      ),
    );
  const watched = () =>
    client.makeServerStreamRequest(watch.path, watch.requestSerialize, watch.responseDeserialize, {
      service: '',
    }) as ClientReadableStream<grpc.health.v1.HealthCheckResponse>;

  expect(await checked()).toBe(Status.NOT_SERVING);
  const seen: number[] = [];
  for await (const { status } of watched()) {
    seen.push(status);
    if (seen.length === 1) ready = true;
    if (seen.length === 2) {
      expect(await checked()).toBe(Status.SERVING);
      ready = false;
      void server.stop(10_000);
    }
  }

  expect(seen).toEqual([Status.NOT_SERVING, Status.SERVING, Status.NOT_SERVING]);
  client.close();
});
