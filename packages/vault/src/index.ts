export { type DocumentSeals, type KnownState, type StoredState, documentSeals, inTheClear } from './document-seals';
export { type KeyService, UnknownKey } from './key-service';
export { type RingKeys, keyRing, readRingKeys } from './key-ring';
export { type OwnSeals, UNNAMED_KEY, ownByKey } from './own-seals';
export { resealer } from './reseal';
export { type SealRun, askedRun, contentsName, sealRunsName } from './seal-run';
export { sealedFiles } from './sealed-files';
export { openerOf, sealerOf } from './shared-key';
export { type Sealing, type Vault, createVault } from './vault';
