import { logLevel } from 'kafkajs';
import { logCreatorFor } from './kafka-logger';

function logged(namespace: string, level: logLevel, extra: object = {}): string[][] {
  const lines: string[][] = [];
  const write = (name: string) => (fields: object, message: string) =>
    void lines.push([name, message, JSON.stringify(fields)]);
  const log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  const entry = { timestamp: '2026-03-02T00:00:00Z', logger: 'kafkajs', message: 'something', ...extra };
  logCreatorFor(log)(level)({ namespace, level, label: '', log: entry });
  return lines;
}

test('nothing but plain values of catalogued fields passes, so nothing read from a record can', () => {
  const extra = {
    topic: 't',
    retryCount: 2,
    memberName: 'secret',
    payload: { value: 'secret' },
    error: { message: 'secret' },
  };
  expect(logged('Runner', logLevel.ERROR, extra)).toEqual([
    ['warn', 'something', '{"kafkajs":"Runner","topic":"t","retryCount":2}'],
  ]);
});

test('what the guards report themselves is for debugging only', () => {
  expect(logged('Connection', logLevel.ERROR)[0]?.[0]).toBe('debug');
  expect(logged('ConsumerGroup', logLevel.INFO)[0]?.[0]).toBe('debug');
});
