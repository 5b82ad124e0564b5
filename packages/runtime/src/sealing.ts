import { createHash } from 'node:crypto';
import type { Database } from '@lianban/engine';
import { ConfigError } from '@lianban/settings';
import {
  type OwnSeals,
  type RingKeys,
  type SealRun,
  type Sealing,
  contentsName,
  createVault,
  keyRing,
  resealer,
  sealRunsName,
} from '@lianban/vault';
import type { Config } from './config';

/** Made of what everybody can read: for a local stack, where nothing is worth sealing. */
const localKeys: RingKeys = [
  { id: 'local', cipher: 'aes-256-gcm', secret: createHash('sha256').update('lianban local stack data').digest() },
];

/** @throws ConfigError in production, when there are no keys and sealing was not switched off by name */
export function sealingOf({
  environment,
  sealing: { keys, writes },
}: Pick<Config, 'environment' | 'sealing'>): Sealing {
  if (!keys && writes && environment === 'production')
    throw new ConfigError(
      'DATA_KEYS: must be set in production, or DATA_SEALING switched off while an upgrade brings it',
    );
  return { vault: createVault(keyRing(keys ?? localKeys)), writes };
}

/** What seals older documents and files, when an operator asks for it; undefined where nothing is sealed. */
export async function openResealing(db: Database, { vault, writes }: Sealing, own: readonly OwnSeals[] = []) {
  if (!writes) return undefined;
  const native = db.connection.getClient().db(db.connection.name);
  const { announce, turn } = resealer({
    runs: native.collection<SealRun>(sealRunsName),
    documents: (collection) => native.collection(collection),
    files: db.files,
    seals: db.seals,
    own,
    currentKey: vault.currentKey,
    now: () => new Date(db.now()),
  });
  await announce([...db.seals.collections, contentsName]);
  return turn;
}
