import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { RequestHandler } from 'express';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface File {
  readonly type: string;
  readonly plain: Buffer;
  readonly packed: Buffer;
}

/** The officers' desk as it was built: one page, and files named by their content. */
export interface Desk {
  /** Undefined when no desk was built. */
  readonly page: Buffer | undefined;
  readonly files: ReadonlyMap<string, File>;
}

/** The same seen from src and from dist. */
const deskFolder = resolve(__dirname, '../../dist/desk');

/** Reads the built desk once, packed for the way to the browser. */
export function loadDesk(folder = deskFolder): Desk {
  const page = join(folder, 'index.html');
  const assets = join(folder, 'assets');
  if (!existsSync(page)) return { page: undefined, files: new Map() };
  const names = existsSync(assets) ? readdirSync(assets).filter((name) => extname(name) in types) : [];
  return {
    page: readFileSync(page),
    files: new Map(names.map((name) => [`/desk/assets/${name}`, read(assets, name)])),
  };
}

function read(folder: string, name: string): File {
  const plain = readFileSync(join(folder, name));
  return { type: types[extname(name)] ?? '', plain, packed: gzipSync(plain) };
}

/**
 * Answers every address of the desk: its files, and its one page, which finds its own way from there. What it may load
 * the gateway says: its styles are made while it runs.
 */
export const serveDesk =
  ({ page, files }: Desk): RequestHandler =>
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
    else res.set({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }).end(page);
  };
