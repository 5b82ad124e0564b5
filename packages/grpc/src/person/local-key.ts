import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type JSONWebKeySet, type JWK, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';

/** Resolved from src and from dist alike. */
const ofCheckout = resolve(__dirname, '../../../../.local/keys');

const algorithm = 'EdDSA';

/** An Ed25519 key pair of the local stack by its name, created on first use in `folder`, readable by its owner only. */
async function pair(name: string, folder = ofCheckout): Promise<JWK> {
  const file = join(folder, `${name}.jwk.json`);
  return read(file) ?? (await create(folder, file)) ?? pair(name, folder);
}

/** Its public half. */
async function publicHalf(name: string, folder = ofCheckout): Promise<JSONWebKeySet> {
  const { kty, crv, x, kid, alg, use } = (await pair(name, folder)) as Record<string, string>;
  return { keys: [{ kty, crv, x, kid, alg, use } as JWK] };
}

/** The keys of a local stack, in `.local/keys` or another folder. */
export const localKeys = { folder: ofCheckout, pair, publicHalf };

function read(file: string): JWK | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JWK;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${file} is not readable as a key: delete it and a new one is made`, { cause: error });
  }
}

/** Undefined when another process was quicker. */
async function create(folder: string, file: string): Promise<JWK | undefined> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { privateKey } = await generateKeyPair(algorithm, { crv: 'Ed25519', extractable: true });
  const key = await exportJWK(privateKey);
  const whole = { ...key, kid: await calculateJwkThumbprint(key), alg: algorithm, use: 'sig' };
  const draft = `${file}.${process.pid}.${Date.now()}`;
  writeFileSync(draft, JSON.stringify(whole), { mode: 0o600 });
  try {
    // Creating a link is atomic: two processes that start at once end up with the same key.
    linkSync(draft, file);
    return whole;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return undefined;
  } finally {
    rmSync(draft);
  }
}
