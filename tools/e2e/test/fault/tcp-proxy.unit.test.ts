import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { TcpProxy } from './tcp-proxy';

const requests: string[] = [];
const sockets = new Set<Socket>();
const server = createServer((socket) => {
  sockets.add(socket);
  socket.on('error', () => undefined);
  socket.on('data', (text) => {
    requests.push(String(text));
    socket.write(`re: ${String(text)}`);
  });
});
let proxy: TcpProxy;
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
beforeEach(async () => {
  requests.length = 0;
  proxy = await TcpProxy.to((server.address() as AddressInfo).port);
});
afterEach(() => proxy.close());
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

async function client() {
  const socket = connect(proxy.port, '127.0.0.1');
  const answers: string[] = [];
  socket.on('data', (text) => answers.push(String(text)));
  const closed = new Promise<string>((resolve) => {
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
    socket.once('close', () => resolve('closed'));
  });
  await once(socket, 'connect');
  return { socket, answers, closed };
}

const until = async (is: () => boolean) => {
  while (!is()) await new Promise(setImmediate);
};
/** Waits for a round trip on another connection: by then data that may pass has arrived. */
async function roundTrip(): Promise<void> {
  const other = connect((server.address() as AddressInfo).port, '127.0.0.1');
  for (let n = 0; n < 5; n++) {
    other.write('meanwhile');
    await once(other, 'data');
  }
  other.destroy();
}

test('without a fault everything is forwarded', async () => {
  const { socket, answers } = await client();
  socket.write('hello');
  await until(() => answers.includes('re: hello'));
});

test('stalled: nothing arrives until the fault ends', async () => {
  const { socket, answers } = await client();
  proxy.set('stalled');
  socket.write('hello');
  await roundTrip();
  expect(requests).not.toContain('hello');
  proxy.set('none');
  await until(() => answers.includes('re: hello'));
});

test('deaf: requests are carried out, answers do not arrive', async () => {
  const { socket, answers } = await client();
  proxy.set('deaf');
  socket.write('hello');
  await until(() => requests.includes('hello'));
  await roundTrip();
  expect(answers).toEqual([]);
  proxy.set('none');
  await until(() => answers.includes('re: hello'));
});

test('mute: requests do not arrive', async () => {
  const { socket } = await client();
  proxy.set('mute');
  socket.write('hello');
  await roundTrip();
  expect(requests).not.toContain('hello');
});

test('answers lost: requests are carried out, and the connection is closed', async () => {
  const { socket, answers, closed } = await client();
  proxy.set('answers lost');
  socket.write('hello');
  expect(await closed).toBe('ECONNRESET');
  expect(requests).toContain('hello');
  expect(answers).toEqual([]);
});

test('reset: existing and new connections are reset', async () => {
  const { closed } = await client();
  proxy.set('reset');
  expect(await closed).toBe('ECONNRESET');
  const again = client().then(({ closed }) => closed);
  expect(await again.catch((error: NodeJS.ErrnoException) => error.code)).toBe('ECONNRESET');
});

test('a connection is reset after a given number of answer bytes', async () => {
  proxy.cutAnswersAfter(() => 12);
  const { socket, answers, closed } = await client();
  socket.write('hello');
  await until(() => answers.length > 0);
  socket.write('again');
  expect(await closed).toBe('ECONNRESET');
  expect(requests).toEqual(expect.arrayContaining(['hello', 'again']));
  expect(answers).toEqual(['re: hello']);
});

test('latency applies in each direction', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
  try {
    const { socket, answers } = await client();
    proxy.delay(1_000);
    socket.write('hello');
    await roundTrip();
    expect(requests).not.toContain('hello');
    jest.advanceTimersByTime(1_000);
    await until(() => requests.includes('hello'));
    await roundTrip();
    expect(answers).toEqual([]);
    jest.advanceTimersByTime(1_000);
    await until(() => answers.includes('re: hello'));
  } finally {
    jest.useRealTimers();
  }
});

test('a delayed close arrives later', async () => {
  const { socket, closed } = await client();
  socket.write('hello');
  await until(() => requests.includes('hello'));
  proxy.closeSlowly(100);
  const ended = performance.now();
  for (const each of sockets) each.end();
  expect(await closed).toBe('closed');
  expect(performance.now() - ended).toBeGreaterThanOrEqual(99);
});
