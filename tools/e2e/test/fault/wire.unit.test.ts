import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { Wire } from './wire';

const heard: string[] = [];
const sockets = new Set<Socket>();
const server = createServer((socket) => {
  sockets.add(socket);
  socket.on('error', () => undefined);
  socket.on('data', (text) => {
    heard.push(String(text));
    socket.write(`re: ${String(text)}`);
  });
});
let wire: Wire;
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
beforeEach(async () => {
  heard.length = 0;
  wire = await Wire.to((server.address() as AddressInfo).port);
});
afterEach(() => wire.close());
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

async function client() {
  const socket = connect(wire.port, '127.0.0.1');
  const said: string[] = [];
  socket.on('data', (text) => said.push(String(text)));
  const closed = new Promise<string>((resolve) => {
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
    socket.once('close', () => resolve('closed'));
  });
  await once(socket, 'connect');
  return { socket, said, closed };
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
  const { socket, said } = await client();
  socket.write('hello');
  await until(() => said.includes('re: hello'));
});

test('stalled: nothing arrives until the fault ends', async () => {
  const { socket, said } = await client();
  wire.set('stalled');
  socket.write('hello');
  await roundTrip();
  expect(heard).not.toContain('hello');
  wire.set('none');
  await until(() => said.includes('re: hello'));
});

test('deaf: requests are carried out, answers do not arrive', async () => {
  const { socket, said } = await client();
  wire.set('deaf');
  socket.write('hello');
  await until(() => heard.includes('hello'));
  await roundTrip();
  expect(said).toEqual([]);
  wire.set('none');
  await until(() => said.includes('re: hello'));
});

test('mute: requests do not arrive', async () => {
  const { socket } = await client();
  wire.set('mute');
  socket.write('hello');
  await roundTrip();
  expect(heard).not.toContain('hello');
});

test('answers lost: requests are carried out, and the connection is closed', async () => {
  const { socket, said, closed } = await client();
  wire.set('answers lost');
  socket.write('hello');
  expect(await closed).toBe('ECONNRESET');
  expect(heard).toContain('hello');
  expect(said).toEqual([]);
});

test('reset: existing and new connections are reset', async () => {
  const { closed } = await client();
  wire.set('reset');
  expect(await closed).toBe('ECONNRESET');
  const again = client().then(({ closed }) => closed);
  expect(await again.catch((error: NodeJS.ErrnoException) => error.code)).toBe('ECONNRESET');
});

test('a connection is reset after a given number of answer bytes', async () => {
  wire.cutAnswersAfter(() => 12);
  const { socket, said, closed } = await client();
  socket.write('hello');
  await until(() => said.length > 0);
  socket.write('again');
  expect(await closed).toBe('ECONNRESET');
  expect(heard).toEqual(expect.arrayContaining(['hello', 'again']));
  expect(said).toEqual(['re: hello']);
});

test('latency applies in each direction', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
  try {
    const { socket, said } = await client();
    wire.delay(1_000);
    socket.write('hello');
    await roundTrip();
    expect(heard).not.toContain('hello');
    jest.advanceTimersByTime(1_000);
    await until(() => heard.includes('hello'));
    await roundTrip();
    expect(said).toEqual([]);
    jest.advanceTimersByTime(1_000);
    await until(() => said.includes('re: hello'));
  } finally {
    jest.useRealTimers();
  }
});

test('a delayed close arrives later', async () => {
  const { socket, closed } = await client();
  socket.write('hello');
  await until(() => heard.includes('hello'));
  wire.closeSlowly(100);
  const ended = performance.now();
  for (const each of sockets) each.end();
  expect(await closed).toBe('closed');
  expect(performance.now() - ended).toBeGreaterThanOrEqual(99);
});
