import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Problem } from '../problem';
import { Patience } from './patience';
import { type GatewayConnection, NotTaken, connectGateway } from './post';

const closing: (() => unknown)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

const busy = 'busy';
/** A fake gateway that gives the listed answers in order, then the last one; it records the keys. */
async function serverThatAnswers(
  ...answers: (typeof busy | number)[]
): Promise<{ gateway: GatewayConnection; keys: unknown[] }> {
  const keys: unknown[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    request.resume();
    keys.push(request.headers['idempotency-key']);
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? busy;
    request.on('end', () => {
      if (answer === busy) response.writeHead(503, { 'retry-after': '0' }).end('{"slug":"overloaded"}');
      else if (answer === 202) response.writeHead(202).end('{"applicationNumber":"A-1"}');
      else response.writeHead(answer).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const gateway = connectGateway((server.address() as AddressInfo).port, '/');
  closing.push(
    () => gateway.close(),
    () => server.close(),
  );
  return { gateway, keys };
}

const submission = { headers: { 'idempotency-key': 'one' }, body: '{}' };
const patience = () => new Patience({ tries: 4, longestMs: 5 });

test('after an occasional 503 the application is submitted again with the same key, and counted', async () => {
  const { gateway, keys } = await serverThatAnswers(busy, 202, busy, busy, 202);
  const patient = patience();
  expect(await patient.post(gateway, submission)).toBe('A-1');
  expect(await patient.post(gateway, submission)).toBe('A-1');
  expect(keys).toEqual(Array.from({ length: 5 }, () => 'one'));
  expect(patient.turnedAway).toBe(3);
});

test('after too many 503 the applicant gives up', async () => {
  const { gateway, keys } = await serverThatAnswers(busy);
  const patient = patience();
  await expect(patient.post(gateway, submission)).rejects.toThrow(NotTaken);
  expect(keys).toHaveLength(4);
});

test('any other refusal is thrown at once', async () => {
  const { gateway, keys } = await serverThatAnswers(422);
  await expect(patience().post(gateway, submission)).rejects.toThrow('the server answered 422');
  expect(keys).toHaveLength(1);
});

test('a run with mostly 503 fails: it measured admission control', async () => {
  const { gateway } = await serverThatAnswers(202, 202, busy, busy, 202);
  const patient = patience();
  await patient.post(gateway, submission);
  await patient.post(gateway, submission);
  await patient.post(gateway, submission);
  expect(() => patient.check()).not.toThrow();
  const refusing = await serverThatAnswers(busy);
  await expect(patient.post(refusing.gateway, submission)).rejects.toThrow(NotTaken);
  expect(() => patient.check()).toThrow(Problem);
  expect(() => patient.check()).toThrow('6 of 9 answers were 503');
});

test('Retry-After is obeyed up to a limit', () => {
  const patient = new Patience({ tries: 4, longestMs: 2_000 });
  expect([0, 1, 2].map((nth) => patient.waitMs(nth, undefined))).toEqual([100, 200, 400]);
  expect(patient.waitMs(0, 1_000)).toBe(1_000);
  expect(patient.waitMs(0, 60_000)).toBe(2_000);
});
