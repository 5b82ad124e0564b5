export {
  type DocumentSeals,
  type KnownState,
  type Opened,
  type SealedCollection,
  type StoredState,
  documentSeals,
  inTheClear,
} from './document-seals';
export { type KeyService, UnknownKey, type WrappedKey } from './key-service';
export { type RingKeys, keyRing, readRingKeys } from './key-ring';
export { resealer } from './reseal';
export { type SealRun, askedRun, contentsName, sealRunsName } from './seal-run';
export { sealedFiles } from './sealed-files';
export { openerOf, sealerOf } from './shared-key';
export { type SealedValue, type Sealing, type Vault, createVault } from './vault';
