import { durableRequest } from '../src/durable-request';
import { isRefusal, refuse } from '@lianban/model';
import { TALLIES, echo, freePort, Servers, until } from '@lianban/testing';
import type { GrpcServer } from '@lianban/grpc';
import { done, startTallies, stopAll, totalOf, tell } from './harness/counting';
import { answering } from './harness/answering';

const servers = new Servers();
const peers: GrpcServer[] = [];
beforeAll(() => servers.makeTopics('counting.v1'));
afterEach(async () => {
  await stopAll();
  await Promise.all(peers.splice(0).map((peer) => peer.stop(100)));
});
afterAll(() => servers.close());

const gaveUp = 1000;
const wasRefused = 500;
const howMany = (peer: string, deadlineMs: number) =>
  durableRequest({
    peer,
    definition: echo,
    method: 'howMany',
    deadlineMs,
    request: ({ of }: { of: string }) => ({ of }),
    onReply: (answer) => ({ type: 'Answer', amount: isRefusal(answer) ? wasRefused : answer.amount }) as never,
    onTimeout: () => ({ type: 'Answer', amount: gaveUp }) as never,
  });

const startAsking = (port: number, deadlineMs = 60_000) =>
  startTallies(
    servers,
    'counting',
    { requests: { 'how-many': howMany('fruit', deadlineMs) } },
    { SERVICE_ADDRESSES: `fruit=127.0.0.1:${port}` },
  );
const peer = async (...args: Parameters<typeof answering>) => void peers.push(await answering(...args));
const openAsks = async (id: string) => (await storedAsks(id))?.length;
const storedAsks = async (id: string) =>
  (await servers.db('counting').collection<{ _id: string; asks: object[] }>('tallies').findOne({ _id: id }))?.asks;

test('a question waits for a peer that is down, and is answered once', async () => {
  const port = await freePort();
  const service = await startAsking(port);
  done(await tell(service, 'A/down', { type: 'Ask' }));
  expect(await openAsks('A/down')).toBe(1);

  await peer(port, () => ({ amount: 7 }));

  await until('the answer', async () => (await totalOf(service, 'A/down')) === 7);
  expect(await openAsks('A/down')).toBe(0);
});

test('a question outlives its process', async () => {
  const port = await freePort();
  const first = await startAsking(port);
  done(await tell(first, 'A/restart', { type: 'Ask' }));
  await first.stop();
  // What is asked, of whom and with which proof, is not to be read in the database meanwhile.
  expect(await storedAsks('A/restart')).toMatchObject([
    { name: 'sealed how-many', input: { key: 'local', content: expect.anything() as object } },
  ]);
  await peer(port, () => ({ amount: 7 }));

  const second = await startAsking(port);

  await until('the answer', async () => (await totalOf(second, 'A/restart')) === 7, 12_000);
  expect(await openAsks('A/restart')).toBe(0);
});

test('past its deadline a question is given up, once, and the case goes on', async () => {
  const service = await startAsking(await freePort(), 400);
  done(await tell(service, 'A/late', { type: 'Ask' }));
  expect(await totalOf(service, 'A/late')).toBe(0);

  await until('giving up', async () => (await totalOf(service, 'A/late')) > 0);

  expect(await totalOf(service, 'A/late')).toBe(gaveUp);
  expect(await openAsks('A/late')).toBe(0);
});

test('a refusal is an answer; "not now" and a peer that breaks are none', async () => {
  const port = await freePort();
  const asked: number[] = [];
  await peer(port, () => {
    asked.push(asked.length);
    if (asked.length === 1) throw new TypeError('a bug');
    return asked.length === 2 ? refuse('stopping', 'later') : refuse('no-such-fruit', 'ask for pears');
  });
  const service = await startAsking(port);

  done(await tell(service, 'A/refused', { type: 'Ask' }));

  await until('the answer', async () => (await totalOf(service, 'A/refused')) > 0);
  expect(await totalOf(service, 'A/refused')).toBe(wasRefused);
  expect(asked).toHaveLength(3);
});

test('many questions at once are all answered', async () => {
  const port = await freePort();
  const service = await startAsking(port);
  const ids = Array.from({ length: 300 }, (_, n) => `M/${n}`);
  await Promise.all(ids.map((id) => tell(service, id, { type: 'Ask' })));

  await peer(port, () => ({ amount: 1 }));

  await until('300 answers', async () => {
    const answered = await service.app.find(TALLIES, { filter: { 'state.total': 1 }, limit: 400 });
    return answered.filter(({ id }) => id.startsWith('M/')).length === 300;
  });
});
