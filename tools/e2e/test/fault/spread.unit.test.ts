import { type AddressInfo, type Server, connect, createServer } from 'node:net';
import { Spread } from './spread';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

async function says(word: string): Promise<Server> {
  const server = createServer((socket) => socket.end(word));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return server;
}
const portOf = (server: Server) => (server.address() as AddressInfo).port;

const heard = (port: number) =>
  new Promise<string>((resolve) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => undefined);
    socket.on('data', (part) => (said += String(part)));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(said));
  });

test('connections are distributed in turn, skipping a process that does not listen', async () => {
  const [one, two] = [await says('one'), await says('two')];
  const spread = await Spread.over(portOf(one), portOf(two));
  closing.push(() => spread.close());
  const words = [await heard(spread.port), await heard(spread.port), await heard(spread.port)];
  expect(words).toEqual(['one', 'two', 'one']);

  await new Promise((resolve) => two.close(resolve));
  expect([await heard(spread.port), await heard(spread.port)]).toEqual(['one', 'one']);
});

test('without any listener the connection is closed', async () => {
  const one = await says('one');
  const spread = await Spread.over(portOf(one));
  closing.push(() => spread.close());
  await new Promise((resolve) => one.close(resolve));
  expect(await heard(spread.port)).toBe('');
});
