import { createServer, type AddressInfo } from 'node:net';
import { freePorts, portFrom, requireFreePort, stackPorts } from './ports';

test('the stack has ports of its own, which the environment can change', () => {
  expect(stackPorts({})).toEqual({ kafka: 9192, controller: 9193, mongo: 27117 });
  expect(stackPorts({ LIANBAN_KAFKA_PORT: '9300', LIANBAN_MONGO_PORT: '27300' })).toEqual({
    kafka: 9300,
    controller: 9301,
    mongo: 27300,
  });
});

test.each(['9300', '9301'])('MongoDB cannot have port %s when Kafka was given 9300', (mongo) => {
  expect(() => stackPorts({ LIANBAN_KAFKA_PORT: '9300', LIANBAN_MONGO_PORT: mongo })).toThrow(
    `Kafka takes ports 9300 and 9301: set LIANBAN_MONGO_PORT to another one than ${mongo}`,
  );
});

test.each(['80', '70000', '9192.5', 'nine'])('%j is refused as a port, by the name of its variable', (text) => {
  expect(() => portFrom({ LIANBAN_KAFKA_PORT: text }, 'LIANBAN_KAFKA_PORT', 1)).toThrow(`LIANBAN_KAFKA_PORT=${text}`);
});

test('a port another program uses is named with the variable that changes it', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  try {
    await expect(requireFreePort(port, 'Kafka', 'LIANBAN_KAFKA_PORT')).rejects.toThrow(
      `port ${port} (Kafka) is used by another program: free it, or set LIANBAN_KAFKA_PORT`,
    );
  } finally {
    await new Promise((resolve) => other.close(resolve));
  }
  await expect(requireFreePort(port, 'Kafka', 'LIANBAN_KAFKA_PORT')).resolves.toBeUndefined();
});

test('free ports are all different', async () => {
  expect(new Set(await freePorts(20)).size).toBe(20);
});
