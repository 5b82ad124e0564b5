import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Request, Response } from 'express';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const compress = {
  br: (plain: Buffer) => brotliCompressSync(plain),
  gzip: (plain: Buffer) => gzipSync(plain, { level: 9 }),
};
export type Encoding = keyof typeof compress;

/** A file under a name with a hash of its content: browsers keep it for ever. */
export interface FileForEver {
  readonly type: string;
  readonly plain: Buffer;
  /** By encoding, the preferred one first. */
  readonly compressed: ReadonlyMap<Encoding, Buffer>;
}

/** Whether a file has a type that is known here. */
export const isServable = (name: string): boolean => extname(name) in types;

const endings: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' };
/** Whether the build has compressed the file, at more cost than a start of the service should have. */
export const isCompressed = (path: string, encoding: Encoding): boolean => existsSync(path + endings[encoding]);

/** Reads a file and compresses it once, unless the build has done so. */
export function loadFile(path: string, encodings: readonly Encoding[]): FileForEver {
  const type = types[extname(path)];
  if (!type) throw new Error(`${path} has a type that is not served: ${Object.keys(types).join(', ')} are`);
  const plain = readFileSync(path);
  const compressedOf = (each: Encoding) =>
    isCompressed(path, each) ? readFileSync(path + endings[each]) : compress[each](plain);
  return { type, plain, compressed: new Map(encodings.map((each) => [each, compressedOf(each)])) };
}

/** Answers with the file in an encoding the browser takes. */
export function sendForEver({ type, plain, compressed }: FileForEver, req: Request, res: Response): void {
  const encoding = req.acceptsEncodings([...compressed.keys()]) as Encoding | false;
  res.set({
    'Content-Type': type,
    'Cache-Control': 'public, max-age=31536000, immutable',
    Vary: 'Accept-Encoding',
  });
  if (encoding) res.set('Content-Encoding', encoding);
  res.end(encoding ? compressed.get(encoding) : plain);
}
