export { environment } from './environment';
export { ConfigError, readSettings } from './read-settings';
export { withNewNames, withOldNames } from './renamed-settings';
