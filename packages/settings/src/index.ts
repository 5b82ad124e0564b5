export { environment } from './environment';
export { environmentOf, withPrefixOf } from './environment-of';
export { ConfigError, readSettings } from './read-settings';
export { withNewNames, withOldNames } from './renamed-settings';
