import { copyFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CallFailed, type GrpcSecurity, connect, grpcSecurity, grpcService, serveGrpc } from '@lianban/grpc';
import { Authority, type Issued } from '@lianban/infra';
import { echo, quiet, until } from '@lianban/testing';
import { createLog } from '@lianban/telemetry';

const authority = Authority.throwAway();
const stranger = Authority.throwAway();
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
afterAll(() => [authority, stranger].forEach((each) => each.remove()));

const logged: string[] = [];
const log = createLog('test', 'error', { write: (line) => void logged.push(line) });
const spiffe = (path: string) => `URI:spiffe://lianban/${path}`;
const issued = (name: string, by = authority) => by.issue(spiffe(`ns/city/sa/${name}`), name);
const tlsOf = ({ certFile, keyFile }: Issued, caFile = authority.caFile) => ({
  ...{ caFile, certFile, keyFile, trustDomain: 'lianban', refreshMs: 50 },
});
const securityOf = (name: string, by = authority) => grpcSecurity(name, tlsOf(issued(name, by), by.caFile), log);

const handlers = {
  howMany: async (_: unknown, { caller }: { caller: string }) => ({ amount: caller.length }),
  add: async () => ({ version: 1 }),
  async *follow() {
    yield { n: 1 };
  },
};
const callers = { gateway: 'everything', permits: ['howMany'] } as const;

async function serve(security: GrpcSecurity): Promise<number> {
  const server = await serveGrpc([grpcService(echo, handlers, callers)], {
    bind: '127.0.0.1',
    port: 0,
    log: quiet,
    security,
  });
  closing.push(() => server.stop(100));
  return server.port;
}
function client(port: number, self: string, security?: GrpcSecurity, peer = 'residents') {
  const connection = connect(echo, `127.0.0.1:${port}`, self, peer, ['howMany', 'add'], security);
  closing.push(() => connection.close());
  return connection.call;
}
const failure = (call: Promise<unknown>) =>
  call.then(
    () => 'it was answered',
    (error: unknown) => (error instanceof CallFailed ? error.code : String(error)),
  );
const soon = { deadlineMs: 1_500 };
const listed = async (items: AsyncIterable<unknown>) => {
  for await (const _ of items) return 'it was answered';
  return 'nothing';
};

test('who is listed calls what it is listed for, and nobody else anything', async () => {
  const port = await serve(securityOf('residents'));
  const [gateway, permits, elderly] = ['gateway', 'permits', 'elderly-care'].map((name) =>
    client(port, name, securityOf(name)),
  );

  expect(await gateway!.howMany({ of: 'pears' })).toEqual({ amount: 'gateway'.length });
  expect(await gateway!.add({ id: 'A', amount: 1 })).toEqual({ version: 1 });
  expect(await permits!.howMany({ of: 'pears' })).toEqual({ amount: 'permits'.length });
  const once = () => permits!.add({ id: 'A', amount: 1 });
  expect(await failure(once())).toBe('PERMISSION_DENIED');
  // Those that come meanwhile travel as one call, of which each is looked at by itself.
  const many = [once(), once(), once(), permits!.howMany({ of: 'pears' }), permits!.howMany({ of: 'pears' })];
  const heard = await Promise.all(many.map(failure));
  expect(heard).toEqual([...Array(3).fill('PERMISSION_DENIED'), ...Array(2).fill('it was answered')]);
  expect(await failure(listed(permits!.follow({ upTo: 1 }, {})))).toBe('PERMISSION_DENIED');
  expect(await failure(elderly!.howMany({ of: 'pears' }))).toBe('PERMISSION_DENIED');
});

test('nobody calls under another name, without a certificate, or with a stranger’s', async () => {
  const port = await serve(securityOf('residents'));
  const asGateway = client(port, 'gateway', securityOf('permits'));
  expect(await failure(asGateway.howMany({ of: 'pears' }))).toBe('UNAUTHENTICATED');

  const naked = client(port, 'gateway');
  const fromElsewhere = client(port, 'gateway', grpcSecurity('gateway', tlsOf(issued('gateway', stranger)), log));
  expect(await failure(naked.howMany({ of: 'pears' }, soon))).not.toBe('it was answered');
  expect(await failure(fromElsewhere.howMany({ of: 'pears' }, soon))).not.toBe('it was answered');
});

test('nothing is asked of who answers in another’s place', async () => {
  const port = await serve(securityOf('permits'));
  expect(await failure(client(port, 'gateway', securityOf('gateway')).howMany({ of: 'pears' }, soon))).toBe(
    'UNAVAILABLE',
  );
});

test('certificates are renewed without a restart, and what does not fit together changes nothing', async () => {
  const first = tlsOf(issued('residents'));
  const replace = (from: string, to: string) => {
    copyFileSync(from, `${to}.new`);
    renameSync(`${to}.new`, to);
  };
  const at = (name: string) => join(authority.folder, `in-use-${name}`);
  const inUse = { ...first, caFile: at('ca'), certFile: at('cert'), keyFile: at('key') };
  for (const name of ['caFile', 'certFile', 'keyFile'] as const) replace(first[name], inUse[name]);
  const port = await serve(grpcSecurity('residents', inUse, log));
  expect(await client(port, 'gateway', securityOf('gateway')).howMany({ of: 'pears' })).toEqual({ amount: 7 });

  const [renewed, ofGateway] = [issued('residents', stranger), securityOf('gateway', stranger)];
  replace(renewed.certFile, inUse.certFile);
  await until('it is said', () => logged.some((line) => line.includes('the previous ones stay in use')));
  expect(await client(port, 'gateway', securityOf('gateway')).howMany({ of: 'pears' })).toEqual({ amount: 7 });

  replace(renewed.keyFile, inUse.keyFile);
  replace(stranger.caFile, inUse.caFile);
  const isAnswered = async () => {
    const call = client(port, 'gateway', ofGateway);
    return (await failure(call.howMany({ of: 'pears' }, soon))) === 'it was answered';
  };
  await until('the renewed count', isAnswered);
});

test('a certificate that is another service’s, or none, stops the start', () => {
  const tls = tlsOf(issued('permits'));
  expect(() => grpcSecurity('residents', tls, log)).toThrow(/is "permits"’s; its SAN must be spiffe:.*residents/);
  expect(() => grpcSecurity('permits', { ...tls, trustDomain: 'elsewhere' }, log)).toThrow(/no service’s/);
  const two = authority.issue(`${spiffe('permits')},${spiffe('residents')}`, 'two');
  expect(() => grpcSecurity('permits', tlsOf(two), log)).toThrow(/no service’s/);
  const broken = join(authority.folder, 'broken');
  writeFileSync(broken, 'no certificate');
  for (const wrong of [{ certFile: broken }, { keyFile: join(authority.folder, 'nothing') }])
    expect(() => grpcSecurity('permits', { ...tls, ...wrong }, log)).toThrow(/cannot be used together/);
});
