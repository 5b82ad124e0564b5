export { environment } from './environment';
export { ConfigError, readConfig, readSettings } from './read';
export type { Config, CrashAt } from './read';
export { sayPlain } from './say-plain';
