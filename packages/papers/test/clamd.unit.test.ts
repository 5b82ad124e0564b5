import { once } from 'node:events';
import { type AddressInfo, type Server, createServer } from 'node:net';
import { clamd } from '../src';

/** The harmless file by which scanners are tried (EICAR), put together here so that no scanner stops at this one. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

let server: Server;
afterEach(() => server.close());

/** A double of clamd: reads the parts of INSTREAM to the empty one, and answers with what `judge` says of the content. */
async function scanner(judge: (content: Buffer) => string | undefined, withinMs = 20_000) {
  server = createServer((socket) => {
    let sent = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (more: Buffer) => {
      sent = Buffer.concat([sent, more]);
      const content = contentOf(sent);
      const answer = content && judge(content);
      if (answer !== undefined) socket.end(answer);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return clamd({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, withinMs });
}

/** Undefined until the last part is there. */
function contentOf(sent: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (!sent.subarray(0, command.length).equals(Buffer.from(command))) return undefined;
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= sent.length;) {
    const length = sent.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(sent.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

const judge = (content: Buffer) => (content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');

test('what the scanner finds is told apart from what is clean, also behind the first parts', async () => {
  const scan = await scanner(judge);
  const large = Buffer.alloc(200_000, 'a');
  expect(await scan(large)).toBe('clean');
  expect(await scan(Buffer.concat([large, Buffer.from(EICAR)]))).toBe('infected');
});

test.each([['INSTREAM size limit exceeded. ERROR\0'], ['UNKNOWN COMMAND\0'], ['stream: OK'], ['']])(
  'an answer of "%s" is none: what was not scanned is not clean',
  async (answer) => {
    const scan = await scanner(() => answer);
    expect(await scan(Buffer.from('abc'))).toBe('away');
  },
);

test('a scanner that is silent, or not there, is away', async () => {
  const silent = await scanner(() => undefined, 200);
  expect(await silent(Buffer.from('abc'))).toBe('away');
  await new Promise((resolve) => server.close(resolve));
  expect(await silent(Buffer.from('abc'))).toBe('away');
});
