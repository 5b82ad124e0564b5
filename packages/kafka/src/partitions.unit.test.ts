import { partitionOf } from './partitions';

// Hashes from the tests of Kafka's own client, so that a Java producer puts a case's records beside ours.
test.each([
  ['21', -973932308],
  ['foobar', -790332482],
  ['a-little-bit-long-string', -985981536],
  ['a-little-bit-longer-string', -1486304829],
])('%s goes where Kafka puts it', (key, murmur2) => {
  for (const count of [1, 6, 12]) expect(partitionOf(key, count)).toBe((murmur2 & 0x7fffffff) % count);
});
