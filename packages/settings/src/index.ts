export { environment } from './environment';
export { ConfigError, readSettings } from './read-settings';
