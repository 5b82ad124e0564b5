import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { RequestHandler } from 'express';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface Asset {
  /** The URL with a hash of the content, so that it can be cached for ever. */
  readonly path: string;
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
}

export interface Assets {
  readonly style: Asset;
  readonly script: Asset;
  readonly icon: Asset;
}

/** The folder, resolved from src and from dist alike. */
const assetsFolder = resolve(__dirname, '../../assets');

/** Loads the assets once and compresses them. */
export const loadAssets = (folder = assetsFolder): Assets => ({
  style: load(folder, 'site.css'),
  script: load(folder, 'site.js'),
  icon: load(folder, 'icon.svg'),
});

function load(folder: string, name: string): Asset {
  const plain = readFileSync(join(folder, name));
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 10);
  const extension = extname(name);
  return {
    path: `/assets/${name.slice(0, -extension.length)}.${hash}${extension}`,
    type: types[extension] ?? 'application/octet-stream',
    plain,
    gzip: gzipSync(plain, { level: 9 }),
    brotli: brotliCompressSync(plain),
  };
}

/** Serves `/assets/…`, and passes on unknown paths. */
export function serveAssets({ style, script, icon }: Assets): RequestHandler {
  const byPath = new Map([style, script, icon].map((asset) => [asset.path, asset]));
  return (req, res, next) => {
    const asset = byPath.get(req.path);
    if (!asset || !['GET', 'HEAD'].includes(req.method)) return next();
    const encoding = req.acceptsEncodings('br', 'gzip');
    res.set({
      'Content-Type': asset.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
    });
    if (encoding) res.set('Content-Encoding', encoding);
    res.end(encoding === 'br' ? asset.brotli : encoding === 'gzip' ? asset.gzip : asset.plain);
  };
}
