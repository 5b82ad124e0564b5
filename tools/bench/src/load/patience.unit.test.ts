import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Problem } from '../problem';
import { Patience } from './patience';
import { type GatewayConnection, NotTaken, connectGateway } from './post';

const closing: (() => unknown)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

const busy = 'busy';
/** A door that gives an answer of the list to each request, the last one for ever; and the keys it has seen. */
async function doorThatSays(
  ...answers: (typeof busy | number)[]
): Promise<{ door: GatewayConnection; keys: unknown[] }> {
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
  const door = connectGateway((server.address() as AddressInfo).port, '/');
  closing.push(
    () => door.close(),
    () => server.close(),
  );
  return { door, keys };
}

const submission = { headers: { 'idempotency-key': 'one' }, body: '{}' };
const patience = () => new Patience({ tries: 4, longestMs: 5 });

test('whoever is turned away now and then comes back with the same key, is taken, and is counted', async () => {
  const { door, keys } = await doorThatSays(busy, 202, busy, busy, 202);
  const patient = patience();
  expect(await patient.post(door, submission)).toBe('A-1');
  expect(await patient.post(door, submission)).toBe('A-1');
  expect(keys).toEqual(Array.from({ length: 5 }, () => 'one'));
  expect(patient.turnedAway).toBe(3);
});

test('whoever is always turned away gives up, and says so', async () => {
  const { door, keys } = await doorThatSays(busy);
  const patient = patience();
  await expect(patient.post(door, submission)).rejects.toThrow(NotTaken);
  expect(keys).toHaveLength(4);
});

test('any other refusal is one at once', async () => {
  const { door, keys } = await doorThatSays(422);
  await expect(patience().post(door, submission)).rejects.toThrow('the door answered 422');
  expect(keys).toHaveLength(1);
});

test('a run in which most was turned away measured the door: it fails', async () => {
  const { door } = await doorThatSays(202, 202, busy, busy, 202);
  const patient = patience();
  await patient.post(door, submission);
  await patient.post(door, submission);
  await patient.post(door, submission);
  expect(() => patient.check()).not.toThrow();
  const refusing = await doorThatSays(busy);
  await expect(patient.post(refusing.door, submission)).rejects.toThrow(NotTaken);
  expect(() => patient.check()).toThrow(Problem);
  expect(() => patient.check()).toThrow('6 of 9 answers of the door were "not now"');
});

test('the door says how long to wait; it is believed up to a bound', () => {
  const patient = new Patience({ tries: 4, longestMs: 2_000 });
  expect([0, 1, 2].map((nth) => patient.waitMs(nth, undefined))).toEqual([100, 200, 400]);
  expect(patient.waitMs(0, 1_000)).toBe(1_000);
  expect(patient.waitMs(0, 60_000)).toBe(2_000);
});
