export { environment } from './environment';
export { environmentOf, withPrefixOf } from './environment-of';
export { publicKeys, signingKey } from './key-set';
export { ConfigError, readSettings } from './read-settings';
export { withNewNames, withOldNames } from './renamed-settings';
