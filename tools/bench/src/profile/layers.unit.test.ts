import { type CpuProfile, sharesWithin } from './cpu-profile';
import { layerOf } from './layers';

test.each([
  ['/x/node_modules/bson/lib/bson.cjs', 'serializeInto', 'MongoDB driver'],
  ['/x/node_modules/@grpc/grpc-js/build/src/server.js', 'a', 'gRPC'],
  ['/x/node_modules/express/lib/a.js', 'a', 'HTTP'],
  ['/x/node_modules/a/node_modules/kafkajs/src/b.js', 'a', 'Kafka client'],
  ['node:internal/http2/core', 'a', 'gRPC'],
  ['node:_http_server', 'a', 'HTTP'],
  ['node:internal/streams/writable', 'a', 'Node itself'],
  ['/x/packages/engine/dist/commit.js', 'a', 'write path'],
  ['/x/packages/kafka/dist/producer.js', 'a', 'Kafka client'],
  ['/x/services/departments/permits/dist/domain/decide.js', 'a', 'rules'],
  ['/x/services/gateway/dist/http/app.js', 'a', 'HTTP'],
  ['/x/protos/dist/permits/v1.js', 'a', 'protobuf'],
  ['', 'writev', 'system calls and other native code'],
  ['', '(program)', 'system calls and other native code'],
  ['', '(garbage collector)', 'garbage collection'],
  ['', '(idle)', undefined],
])('%s %s is %s', (url, functionName, layer) => {
  expect(layerOf({ url, functionName })).toBe(layer);
});

test('only busy time within the range counts', () => {
  const profile: CpuProfile = {
    startTime: 1_000,
    nodes: [
      { id: 1, callFrame: { functionName: '(idle)', url: '' } },
      { id: 2, callFrame: { functionName: 'writev', url: '' } },
      { id: 3, callFrame: { functionName: 'a', url: '/x/node_modules/kafkajs/a.js' } },
    ],
    samples: [2, 1, 3, 2, 3],
    timeDeltas: [100, 500, 300, 100, 100],
  };
  expect(sharesWithin(profile, { from: 1_500, to: 2_000 })).toEqual(
    new Map([
      ['Kafka client', 0.75],
      ['system calls and other native code', 0.25],
    ]),
  );
});
