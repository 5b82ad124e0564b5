import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { type JSONWebKeySet, type JWK, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { type SessionKeys, sessionKeys } from '../session/keys';
import { tokenAlgorithm } from '../token/verify';

/** The folder for local files, resolved from src and from dist alike. */
export const localKeysFolder = resolve(__dirname, '../../../../.local/keys');

/** The key pair that signs the local stack's tokens, created on first use in `folder`, readable by its owner only. */
export async function localKey(folder: string): Promise<JWK> {
  const file = join(folder, 'token.jwk.json');
  return read(file) ?? (await create(folder, file));
}

export async function localJwks(folder: string): Promise<JSONWebKeySet> {
  const { kty, crv, x, kid, alg, use } = (await localKey(folder)) as Record<string, string>;
  return { keys: [{ kty, crv, x, kid, alg, use } as JWK] };
}

/** The local stack derives its session key from the signing key: two secrets would be no safer than one. */
export async function localSessionKeys(folder: string): Promise<SessionKeys> {
  const { d = '' } = (await localKey(folder)) as { d?: string };
  return sessionKeys.parse(createHash('sha256').update(`session ${d}`).digest('base64'));
}

function read(file: string): JWK | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JWK;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${file} is not readable as a key: delete it and a new one is made`, { cause: error });
  }
}

async function create(folder: string, file: string): Promise<JWK> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { privateKey } = await generateKeyPair(tokenAlgorithm, { crv: 'Ed25519', extractable: true });
  const key = await exportJWK(privateKey);
  const whole = { ...key, kid: await calculateJwkThumbprint(key), alg: tokenAlgorithm, use: 'sig' };
  const draft = `${file}.${process.pid}.${Date.now()}`;
  writeFileSync(draft, JSON.stringify(whole), { mode: 0o600 });
  try {
    // Creating a link is atomic: two processes that start at once end up with the same key.
    linkSync(draft, file);
    return whole;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return localKey(folder);
  } finally {
    rmSync(draft);
  }
}
