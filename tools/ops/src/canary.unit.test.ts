import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runCanary } from './canary';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** A fake gateway with these answers. */
async function gateway(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const application = (...steps: readonly [id: string, department: string, status: string][]) => ({
  // One body for every request: an upload's reference, a submission's number.
  reference: 'FM00000000-0000-4000-8000-000000000000',
  applicationNumber: 'LB1',
  status: 'in-progress',
  steps: steps.map(([id, department, status]) => ({ id, department, status })),
});

test('ends when every department has decided, granted or refused', async () => {
  let asked = 0;
  const url = await gateway((request, response) => {
    const permit = (asked += 1) > 4 ? 'refused' : 'requested';
    response.end(JSON.stringify(application(['course', 'employment', 'granted'], ['licence', 'permits', permit])));
  });
  expect(await runCanary(url, 'token', 10_000)).toEqual([
    'LB1 is in-progress',
    'employment: course granted',
    'permits: licence refused',
  ]);
});

test('names the departments that have not decided in time', async () => {
  const url = await gateway((_, response) => {
    response.end(JSON.stringify(application(['course', 'employment', 'granted'], ['licence', 'permits', 'requested'])));
  });
  await expect(runCanary(url, 'token', 1_500)).rejects.toThrow('permits has not decided licence (requested)');
});

test('a refusal is reported at once; a gateway that is down is retried', async () => {
  const no = await gateway((_, response) => response.writeHead(401).end('{"slug":"no-token"}'));
  await expect(runCanary(no, 'token', 60_000)).rejects.toThrow('401 {"slug":"no-token"}');

  await expect(runCanary('http://127.0.0.1:1', 'token', 1_000)).rejects.toThrow(
    /POST \/api\/me\/materials: .*fetch failed/,
  );
});
