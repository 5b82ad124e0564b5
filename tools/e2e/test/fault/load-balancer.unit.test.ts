import { type AddressInfo, type Server, connect, createServer } from 'node:net';
import { LoadBalancer } from './load-balancer';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

async function says(word: string): Promise<Server> {
  const server = createServer((socket) => socket.end(word));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return server;
}
const portOf = (server: Server) => (server.address() as AddressInfo).port;

const answerOf = (port: number) =>
  new Promise<string>((resolve) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => undefined);
    socket.on('data', (part) => (received += String(part)));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(received));
  });

test('connections are distributed in turn, skipping a process that does not listen', async () => {
  const [one, two] = [await says('one'), await says('two')];
  const balancer = await LoadBalancer.over(portOf(one), portOf(two));
  closing.push(() => balancer.close());
  const words = [await answerOf(balancer.port), await answerOf(balancer.port), await answerOf(balancer.port)];
  expect(words).toEqual(['one', 'two', 'one']);

  await new Promise((resolve) => two.close(resolve));
  expect([await answerOf(balancer.port), await answerOf(balancer.port)]).toEqual(['one', 'one']);
});

test('without any listener the connection is closed', async () => {
  const one = await says('one');
  const balancer = await LoadBalancer.over(portOf(one));
  closing.push(() => balancer.close());
  await new Promise((resolve) => one.close(resolve));
  expect(await answerOf(balancer.port)).toBe('');
});
