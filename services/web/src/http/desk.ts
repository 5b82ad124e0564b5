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

/** The built officers' desk: one HTML page, and files named by their hash. */
export interface DeskAssets {
  /** The page with `nonce` filled in; undefined when no desk was built. */
  readonly page: ((nonce: string) => string) | undefined;
  readonly files: ReadonlyMap<string, DeskFile>;
}

/** The placeholder of the nonce, written by the build (desk/vite.config.mts). */
const placeOfNonce = '__NONCE__';
/** The folder, resolved from src and from dist alike. */
const deskFolder = resolve(__dirname, '../../dist/desk');

/** Loads the built desk once, compressed. */
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
 * Serves the desk: its files, and its page for every other path, because it routes in the browser. It creates styles at run
 * time: each answer carries a new nonce for them, which the gateway puts into the page's policy.
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
