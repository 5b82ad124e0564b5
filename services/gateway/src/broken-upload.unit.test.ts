import { connect } from 'node:net';
import { type TestGateway, openGateway } from '../test/test-gateway';
import { claimsOf, tokenFor } from '../test/tokens';

let gateway: TestGateway;
afterEach(() => gateway.close());

const beginning = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const part = (field = 'file', type = 'image/png') =>
  Buffer.concat([
    Buffer.from(
      `--x\r\nContent-Disposition: form-data; name="${field}"; filename="a"\r\nContent-Type: ${type}\r\n\r\n`,
    ),
    beginning,
  ]);

interface RawUpload {
  readonly form?: boolean;
  /** Content-Length, when it differs from what is sent. */
  readonly length?: number;
  readonly chunked?: boolean;
  /** Packets sent after the head, each once the previous one was flushed. */
  readonly packets: readonly Buffer[];
  /** Then the client disconnects, without waiting for an answer. */
  readonly leaves?: Promise<void>;
}

/** Sends raw bytes; resolves with all that comes back until the other side closes. */
async function send({ form = true, length, chunked = false, packets, leaves }: RawUpload): Promise<string> {
  const token = await tokenFor(claimsOf.resident);
  const size = length ?? packets.reduce((sum, packet) => sum + packet.length, 0);
  const head = [
    'POST /api/me/materials HTTP/1.1',
    'Host: here',
    'Connection: close',
    `Authorization: Bearer ${token}`,
    `Content-Type: ${form ? 'multipart/form-data; boundary=x' : 'image/png'}`,
    chunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${size}`,
    '',
    '',
  ].join('\r\n');
  const framed = (packet: Buffer) =>
    chunked ? Buffer.concat([Buffer.from(`${packet.length.toString(16)}\r\n`), packet, Buffer.from('\r\n')]) : packet;
  const [first = Buffer.alloc(0), ...rest] = packets.map(framed);
  return new Promise((resolve) => {
    const socket = connect({ port: Number(new URL(gateway.url).port), host: '127.0.0.1' });
    let answer = '';
    socket.setEncoding('latin1').on('data', (text: string) => (answer += text));
    socket.on('error', () => undefined).once('close', () => resolve(answer));
    const next = () => {
      const packet = rest.shift();
      if (packet) socket.write(packet, () => setImmediate(next));
      else void leaves?.then(() => socket.destroy());
    };
    socket.write(Buffer.concat([Buffer.from(head), first]), () => setImmediate(next));
  });
}

const slugIn = (answer: string) => [Number(answer.split(' ')[1]), /"slug":"([^"]*)"/.exec(answer)?.[1]];

/** Opens a gateway whose service reads the content after a delay, as over a network. */
async function openSlow(): Promise<Record<'begun' | 'over', Promise<void>>> {
  const [begun, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const upload = async (requests: AsyncIterable<unknown>): Promise<never> => {
    begun.resolve();
    for (let turns = 0; turns < 20; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    try {
      for await (const each of requests) expect(each).toBeDefined();
      throw new Error('it was taken for whole');
    } finally {
      over.resolve();
    }
  };
  gateway = await openGateway({ materials: { upload } });
  return { begun: begun.promise, over: over.promise };
}

describe('a form that breaks off is the client’s error', () => {
  test.each<[string, RawUpload]>([
    ['without its last boundary, in one packet', { packets: [part()] }],
    ['without its last boundary, slowly', { packets: [part(), beginning, beginning] }],
    ['without its last boundary, in chunks', { packets: [part(), Buffer.alloc(0)], chunked: true }],
    ['in the head of the part', { packets: [part().subarray(0, 40)] }],
    ['before it began', { packets: [Buffer.from('--')] }],
  ])('%s: 422', async (_case, sent) => {
    await openSlow();
    expect(slugIn(await send(sent))).toEqual([422, 'invalid-form']);
  });

  test.each<[string, Buffer, number, string]>([['another field', part('other'), 422, 'invalid-form']])(
    'also with %s',
    async (_case, packet, status, slug) => {
      await openSlow();
      expect(slugIn(await send({ packets: [packet] }))).toEqual([status, slug]);
    },
  );

  test('a chunked body over the limit: 413', async () => {
    await openSlow();
    const field = Buffer.from('--x\r\nContent-Disposition: form-data; name="note"\r\n\r\n');
    const packets = [field, ...Array.from({ length: 330 }, () => Buffer.alloc(64 * 1024, 'x'))];
    expect(slugIn(await send({ packets, chunked: true }))).toEqual([413, 'material-too-large']);
  });
});

test.each([
  ['a form', true],
  ['a file', false],
])('whoever leaves in the middle of %s is not waited for, and no fault of ours', async (_case, form) => {
  const materials = await openSlow();
  await send({ form, packets: [form ? part() : beginning, beginning], length: 5_000, leaves: materials.begun });
  await materials.over;
  // A timeout of a whole request would have been reported by now.
  await gateway.send('/healthz/live');
  expect(gateway.logged.filter((line) => line.includes('request failed'))).toEqual([]);
  expect(gateway.logged.join()).not.toContain('"status":500');
});

test('on a keep-alive connection the request after a refused form is answered', async () => {
  const refusing = { upload: async () => ({ refused: 'material-type', detail: 'No.' }) };
  gateway = await openGateway({ materials: refusing });
  const token = await tokenFor(claimsOf.resident);
  const body = Buffer.concat([part(), Buffer.alloc(1024 * 1024), Buffer.from('\r\n--x--\r\n')]);
  const head = `POST /api/me/materials HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer ${token}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${body.length}\r\n\r\n`;
  const after = 'GET /healthz/live HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n';
  const answer = await new Promise<string>((resolve) => {
    const socket = connect({ port: Number(new URL(gateway.url).port), host: '127.0.0.1' });
    let text = '';
    socket.setEncoding('latin1').on('data', (more: string) => (text += more));
    socket.once('close', () => resolve(text));
    socket.write(Buffer.concat([Buffer.from(head), body, Buffer.from(after)]));
  });
  expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 415', 'HTTP/1.1 200']);
});
