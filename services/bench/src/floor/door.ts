import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BatchLine } from './batch-line';
import type { FloorTopics } from './names';
import type { Sizes } from './sizes';
import { type Step, insert } from './step';

/** Stores each application, asks the four departments, and answers with its number. Returns the port it listens on. */
export async function openFloorDoor(line: BatchLine<Step>, topics: FloorTopics, sizes: Sizes): Promise<number> {
  let last = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const number = `FLOOR-${String(++last).padStart(10, '0')}`;
      const then = Object.values(topics.commands).map((topic) => ({ topic, key: number }));
      const done = () => {
        response.writeHead(202, { 'content-type': 'application/json' });
        response.end(`{"applicationNumber":"${number}"}`);
      };
      void line.add([{ write: insert(number, sizes.application), then, done }]);
    });
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
