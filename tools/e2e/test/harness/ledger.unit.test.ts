import { type DemoClient, GatewayError } from '../../src/demo/client';
import { SubmissionLedger } from './ledger';

let given = 0;
const answering = (get: () => Promise<unknown>) =>
  ({ get, post: async () => ({ applicationNumber: `LB${++given}` }) }) as unknown as DemoClient;
const failing = (error: Error) => ({ post: () => Promise.reject(error) }) as unknown as DemoClient;

test('refused and unanswered submissions are recorded separately', async () => {
  const ledger = new SubmissionLedger();
  await ledger.submit(failing(new GatewayError(422, 'form', 'no')), {}, 'a');
  await ledger.submit(failing(new GatewayError(503, 'away', 'no')), {}, 'b');
  await ledger.submit(failing(new TypeError('fetch failed')), {}, 'c');
  expect([...ledger.failed]).toEqual(['a']);
  expect([...ledger.unknown]).toEqual(['b', 'c']);
});

test('a number without an application is a violation, a missing answer is not', async () => {
  const ledger = new SubmissionLedger();
  const [missing, away] = [new GatewayError(404, 'application-not-found', 'no'), new GatewayError(503, 'away', 'no')];
  for (let n = 0; n < 5; n++)
    await ledger.submit(
      answering(() => Promise.reject(away)),
      {},
    );
  expect(ledger.unreadable.size).toBe(0);
  for (let n = 0; n < 5; n++)
    await ledger.submit(
      answering(() => Promise.reject(missing)),
      {},
    );
  expect(ledger.unreadable.size).toBe(1);
});
