import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BatchQueue } from './batch-queue';
import type { BaselineTopics } from './names';
import type { Samples } from './samples';
import { like } from './sender';
import { type DurableWrite, insert } from './durable-write';

/** The HTTP server: stores each application, sends four commands, and answers with the number. Returns its port. */
export async function openBaselineServer(
  queue: BatchQueue<DurableWrite>,
  topics: BaselineTopics,
  samples: Samples,
): Promise<number> {
  const commands = Object.entries(samples.records.commands).map(([name, sample]) =>
    like(sample, topics.commands[name]!),
  );
  let last = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const number = `BASE-${String(++last).padStart(11, '0')}`;
      const then = commands.map((command) => command(number));
      const done = () => {
        response.writeHead(202, { 'content-type': 'application/json' });
        response.end(`{"applicationNumber":"${number}"}`);
      };
      void queue.add([{ write: insert(number, samples.application), then, done }]);
    });
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
