import { createHash } from 'node:crypto';
import { extname, join, resolve } from 'node:path';
import { type FileForEver, loadFile, sendForEver } from '@lianban/http';
import type { RequestHandler } from 'express';

export interface Asset extends FileForEver {
  /** The URL with a hash of the content, so that it can be cached for ever. */
  readonly path: string;
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
  const file = loadFile(join(folder, name), ['br', 'gzip']);
  const hash = createHash('sha256').update(file.plain).digest('base64url').slice(0, 10);
  const extension = extname(name);
  return { ...file, path: `/assets/${name.slice(0, -extension.length)}.${hash}${extension}` };
}

/** Serves `/assets/…`, and passes on unknown paths. */
export function serveAssets({ style, script, icon }: Assets): RequestHandler {
  const byPath = new Map([style, script, icon].map((asset) => [asset.path, asset]));
  return (req, res, next) => {
    const asset = byPath.get(req.path);
    if (!asset || !['GET', 'HEAD'].includes(req.method)) return next();
    sendForEver(asset, req, res);
  };
}
