import { createHash, randomBytes } from 'node:crypto';
import { openContent, sealContent } from './content-seal';
import { keyRing } from './key-ring';
import { createVault } from './vault';

const vaultWith = (cipher: 'aes-256-gcm' | 'sm4') =>
  createVault(keyRing([{ id: 'k1', cipher, secret: randomBytes(32) }]));
const vault = vaultWith('aes-256-gcm');
const part = 64 * 1024;

async function* of(...chunks: readonly Uint8Array[]) {
  yield* chunks;
}
async function read(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const each of content) parts.push(each);
  return Buffer.concat(parts);
}
const sealed = async (content: Uint8Array, place = 'A', by = vault) =>
  read((await sealContent(by, of(content), place)).content);
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test.each([0, 1, part - 1, part, part + 1, 3 * part, 3 * part + 17])(
  '%d bytes come back as they were',
  async (length) => {
    const content = randomBytes(length);
    for (const by of [vault, vaultWith('sm4')]) {
      const stored = await sealed(content, 'A', by);
      const cut = Math.floor(stored.length / 3);
      const found = await read(openContent(by, of(stored.subarray(0, cut), stored.subarray(cut)), 'A'));
      expect(hash(found)).toBe(hash(content));
    }
  },
);

test('nothing of the content can be read', async () => {
  const content = Buffer.concat([randomBytes(part), Buffer.from('张秀英 410105'), randomBytes(part)]);
  expect((await sealed(content)).includes('张秀英')).toBe(false);
});

test('a content that was stored before contents were sealed is read as it is', async () => {
  for (const content of [Buffer.from('%PDF-1.7 an old one'), Buffer.from('%'), Buffer.alloc(0), randomBytes(3 * part)])
    expect(hash(await read(openContent(vault, of(content), 'A')))).toBe(hash(content));
});

test('a part that was changed, exchanged or left out does not open, nor the last, nor under another id', async () => {
  const content = randomBytes(3 * part);
  const stored = await sealed(content);
  const frame = part + 16 + 4;
  const head = stored.length - 3 * frame;
  const frames = [0, 1, 2].map((nth) => stored.subarray(head + nth * frame, head + (nth + 1) * frame));
  const withFrames = (...some: Buffer[]) => Buffer.concat([stored.subarray(0, head), ...some]);
  const changed = Buffer.from(stored);
  changed[head + frame + 100]! ^= 1;
  const [one, two, three] = frames as [Buffer, Buffer, Buffer];
  expect(await read(openContent(vault, of(withFrames(one, two, three)), 'A'))).toEqual(content);
  for (const broken of [
    changed,
    withFrames(two, one, three),
    withFrames(one, three),
    withFrames(one, two),
    withFrames(),
  ])
    await expect(read(openContent(vault, of(broken), 'A'))).rejects.toThrow();
  await expect(read(openContent(vault, of(stored), 'B'))).rejects.toThrow();
});
