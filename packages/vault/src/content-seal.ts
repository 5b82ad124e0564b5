import { NONCE_BYTES, cipherOf } from './cipher';
import type { SealedValue, Vault } from './vault';

/** Begins no PDF, JPEG or PNG: what begins otherwise was stored before contents were sealed. */
const mark = Buffer.from('LIANBAN SEALED 1\n');
const lengthBytes = 4;
const partBytes = 64 * 1024;

type Header = Pick<SealedValue, 'key' | 'cipher'> & { readonly dataKey: string };

/** The place in the order and whether it is the last: parts can be neither exchanged nor left out. */
function nonceOf(nth: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt8(isLast ? 1 : 0);
  nonce.writeUInt32BE(nth, NONCE_BYTES - 4);
  return nonce;
}

/** Bytes in parts of one size, the last one shorter; there is always a last one, also an empty one. */
async function* inParts(content: AsyncIterable<Uint8Array>): AsyncGenerator<{ part: Buffer; isLast: boolean }> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const bytes of content) {
    waiting.push(Buffer.from(bytes));
    length += bytes.length;
    if (length <= partBytes) continue;
    const all = Buffer.concat(waiting);
    let from = 0;
    // What may be the last part waits until more has come.
    for (; all.length - from > partBytes; from += partBytes)
      yield { part: all.subarray(from, from + partBytes), isLast: false };
    waiting = [all.subarray(from)];
    length = all.length - from;
  }
  yield { part: Buffer.concat(waiting), isLast: true };
}

const framed = (bytes: Uint8Array): Buffer => {
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};

/** Seals a content as it passes, in parts, under a data key of its own. */
export async function sealContent(vault: Vault, content: AsyncIterable<Uint8Array>, place: string) {
  const { secret, cipher, key, dataKey } = await vault.dataKey();
  const header: Header = { key, cipher, dataKey: Buffer.from(dataKey).toString('base64') };
  async function* sealed(): AsyncGenerator<Uint8Array> {
    yield Buffer.concat([mark, framed(Buffer.from(JSON.stringify(header)))]);
    let nth = 0;
    for await (const { part, isLast } of inParts(content))
      yield framed(cipherOf(cipher).seal(secret, nonceOf(nth++, isLast), place, part));
  }
  return { key, content: sealed() };
}

/** Reads so many bytes at a time; fewer only at the end. */
function reader(content: AsyncIterable<Uint8Array>) {
  const from = content[Symbol.asyncIterator]();
  let rest = Buffer.alloc(0);
  const upTo = async (count: number): Promise<Buffer> => {
    const bytes = [rest];
    let length = rest.length;
    while (length < count) {
      const { value, done } = await from.next();
      if (done) break;
      bytes.push(Buffer.from(value));
      length += value.length;
    }
    const all = Buffer.concat(bytes);
    rest = all.subarray(count);
    return all.subarray(0, count);
  };
  async function* remaining(): AsyncGenerator<Uint8Array> {
    if (rest.length > 0) yield rest;
    for (let next = await from.next(); !next.done; next = await from.next()) yield next.value;
  }
  return { upTo, remaining, end: () => from.return?.() };
}

/**
 * The content itself, also of one that was never sealed.
 * @throws when a part was changed, exchanged or left out, also the last one
 */
export async function* openContent(vault: Vault, content: AsyncIterable<Uint8Array>, place: string) {
  const { upTo, remaining, end } = reader(content);
  try {
    const beginning = await upTo(mark.length);
    if (!beginning.equals(mark)) {
      if (beginning.length > 0) yield beginning;
      yield* remaining();
      return;
    }
    const frame = async () => {
      const length = await upTo(lengthBytes);
      return length.length < lengthBytes ? undefined : upTo(length.readUInt32BE());
    };
    const { key, cipher, dataKey } = JSON.parse(String(await frame())) as Header;
    const secret = await vault.secretOf({ key, dataKey: Buffer.from(dataKey, 'base64') });
    let sealed = await frame();
    if (!sealed) throw new Error('nothing follows the header of a sealed content');
    for (let nth = 0; sealed; nth++) {
      const next = await frame();
      yield cipherOf(cipher).open(secret, nonceOf(nth, next === undefined), place, sealed);
      sealed = next;
    }
  } finally {
    await end();
  }
}
