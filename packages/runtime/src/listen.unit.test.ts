import { Agent, type IncomingMessage, type RequestListener, request } from 'node:http';
import { listen } from './listen';

const agents: Agent[] = [];
afterEach(() => agents.splice(0).forEach((agent) => agent.destroy()));

const listenOn = (app: RequestListener) => listen(app, '127.0.0.1', 0, 10_000);

/** A caller that keeps its connection: resolves with what the answer says about it. */
function caller(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  agents.push(agent);
  return () =>
    new Promise<{ connection: string | undefined; isKept: boolean }>((resolve, reject) => {
      const asked = request({ port, host: '127.0.0.1', agent, method: 'POST' }, (answer: IncomingMessage) => {
        answer.resume();
        answer.on('end', () => resolve({ connection: answer.headers.connection, isKept: asked.reusedSocket }));
      });
      asked.on('error', reject);
      asked.end('{}');
    });
}

test('who asks on a kept connection while it stops is answered, and told to keep it no longer', async () => {
  const server = await listenOn((_, response) => response.end('ok'));
  const ask = caller(server.port);
  expect(await ask()).toEqual({ connection: 'keep-alive', isKept: false });

  const stopped = server.stop(2_000);
  expect(await ask()).toEqual({ connection: 'close', isKept: true });

  await stopped;
  await expect(ask()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('what was begun before is ended, and does not hold the stop up on its kept connection', async () => {
  const answered = Promise.withResolvers<() => void>();
  const server = await listenOn((_, response) => answered.resolve(() => response.end('late')));
  const late = caller(server.port)();
  const answer = await answered.promise;
  const stopped = server.stop(60_000);
  const refused = () =>
    fetch(`http://127.0.0.1:${server.port}/healthz`, { signal: AbortSignal.timeout(100) }).catch((error) =>
      String(error.cause ?? error),
    );
  while (!String(await refused()).includes('ECONNREFUSED'));
  answer();
  expect(await late).toEqual({ connection: 'keep-alive', isKept: false });
  await stopped;
});

test('what does not end is cut in time', async () => {
  const server = await listenOn(() => undefined);
  const cut = caller(server.port)();
  cut.catch(() => undefined);
  await server.stop(100);
  await expect(cut).rejects.toThrow('socket hang up');
});
