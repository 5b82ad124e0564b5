import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { type JSONWebKeySet, type JWK, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { type SessionKeys, sessionKeys } from '../session/keys';
import { tokenAlgorithm } from '../token/verify';

/** The checkout's own folder for what is made on this machine; the same seen from src and from dist. */
export const localKeysFolder = resolve(__dirname, '../../../../.local/keys');

/** The key pair the local stack signs its tokens with, made at first use and kept in `folder`, for its owner alone. */
export async function localKey(folder: string): Promise<JWK> {
  const file = join(folder, 'token.jwk.json');
  return read(file) ?? (await create(folder, file));
}

export async function localJwks(folder: string): Promise<JSONWebKeySet> {
  const { kty, crv, x, kid, alg, use } = (await localKey(folder)) as Record<string, string>;
  return { keys: [{ kty, crv, x, kid, alg, use } as JWK] };
}

/** The local stack seals its sessions with a key made from the other one: two to lose are no better than one. */
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
    // A link appears whole or not at all: two processes starting at once end up with the same key.
    linkSync(draft, file);
    return whole;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return localKey(folder);
  } finally {
    rmSync(draft);
  }
}
