import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type FileForEver, isCompressed, isServable, loadFile } from '@lianban/http';

/** What the bundler made of `src/client`: one HTML page, and files named by a hash of their content. */
export interface BuiltDesk {
  /** The page with `nonce` filled in. */
  readonly page: (nonce: string) => string;
  readonly files: ReadonlyMap<string, FileForEver>;
}

/** The placeholder of the nonce, written by the build (client/vite.config.mts). */
const placeOfNonce = '__NONCE__';
/** The folder, resolved from src and from dist alike. */
const builtFolder = resolve(__dirname, '../dist/client');

/** Loads the built desk once, compressed. @throws when it was not built */
export function loadDesk(folder = builtFolder): BuiltDesk {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) throw new Error(`there is no built desk in ${folder}: scripts/build makes it`);
  const assets = join(folder, 'assets');
  const parts = readFileSync(page, 'utf8').split(placeOfNonce);
  return {
    page: (nonce) => parts.join(nonce),
    files: new Map(
      readdirSync(assets)
        .filter(isServable)
        // Brotli where the build made it: at its best it takes seconds for a program of this size, at each start.
        .map((name) => {
          const path = join(assets, name);
          return [`/desk/assets/${name}`, loadFile(path, isCompressed(path, 'br') ? ['br', 'gzip'] : ['gzip'])];
        }),
    ),
  };
}
