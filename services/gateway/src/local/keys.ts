import { createHash } from 'node:crypto';
import { localKeys } from '@lianban/grpc';
import { type SessionKeys, sessionKeys } from '../session/keys';

export const localKeysFolder = localKeys.folder;

/** The key pair that signs the local stack's tokens of people, created on first use in `folder`. */
export const localKey = (folder: string) => localKeys.pair('token', folder);

export const localJwks = (folder: string) => localKeys.publicHalf('token', folder);

/** The local stack derives its session key from the signing key: two secrets would be no safer than one. */
export async function localSessionKeys(folder: string): Promise<SessionKeys> {
  const { d = '' } = (await localKey(folder)) as { d?: string };
  return sessionKeys.parse(createHash('sha256').update(`session ${d}`).digest('base64'));
}
