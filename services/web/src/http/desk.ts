import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { RequestHandler } from 'express';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface DeskFile {
  readonly type: string;
  readonly plain: Buffer;
  readonly packed: Buffer;
}

/** The officers' desk as it was built: one page, and files named by their content. */
export interface DeskAssets {
  /** With `nonce` in each place that wants it; undefined when no desk was built. */
  readonly page: ((nonce: string) => string) | undefined;
  readonly files: ReadonlyMap<string, DeskFile>;
}

/** What the build (desk/vite.config.mts) writes where the nonce belongs. */
const placeOfNonce = '__NONCE__';
/** The same seen from src and from dist. */
const deskFolder = resolve(__dirname, '../../dist/desk');

/** Reads the built desk once, packed for the way to the browser. */
export function loadDesk(folder = deskFolder): DeskAssets {
  const page = join(folder, 'index.html');
  const assets = join(folder, 'assets');
  if (!existsSync(page)) return { page: undefined, files: new Map() };
  const names = existsSync(assets) ? readdirSync(assets).filter((name) => extname(name) in types) : [];
  const parts = readFileSync(page, 'utf8').split(placeOfNonce);
  return {
    page: (nonce) => parts.join(nonce),
    files: new Map(names.map((name) => [`/desk/assets/${name}`, read(assets, name)])),
  };
}

function read(folder: string, name: string): DeskFile {
  const plain = readFileSync(join(folder, name));
  return { type: types[extname(name)] ?? '', plain, packed: gzipSync(plain) };
}

/**
 * Answers every address of the desk: its files, and its one page, which finds its own way from there. Its styles are made
 * while it runs: each answer names a nonce for them, which the gateway takes over into what the page may load.
 */
export const serveDesk =
  ({ page, files }: DeskAssets): RequestHandler =>
  (req, res, next) => {
    const isDesk = req.path === '/desk' || req.path.startsWith('/desk/');
    if (!isDesk || !page || !['GET', 'HEAD'].includes(req.method)) return next();
    const file = files.get(req.path);
    res.set({ Vary: 'Accept-Encoding', 'X-Content-Type-Options': 'nosniff' });
    if (file) {
      const packs = req.acceptsEncodings('gzip') !== false;
      res.set({ 'Content-Type': file.type, 'Cache-Control': 'public, max-age=31536000, immutable' });
      if (packs) res.set('Content-Encoding', 'gzip');
      res.end(packs ? file.packed : file.plain);
    } else if (req.path.startsWith('/desk/assets/')) res.status(404).end();
    else {
      const nonce = randomBytes(18).toString('base64url');
      res.set({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
      res.set('Content-Security-Policy', `style-src 'self' 'nonce-${nonce}'`).end(page(nonce));
    }
  };
