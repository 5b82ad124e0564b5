import { readSettings } from '@lianban/settings';
import type { Program } from './program';
import type { ServiceSpec } from './service-spec';
import { startService } from './start-service';

/** A service with a store as a program: what its main.ts exports. */
export const serviceProgram = <S>(spec: ServiceSpec<S>): Program => ({
  name: spec.name,
  isEdge: false,
  configure(env) {
    const settings = spec.settings ? readSettings(spec.settings, env) : (undefined as S);
    return async ({ config, log, onFatal, metrics }) =>
      startService(spec.name, spec.compose(settings, config), config, log, onFatal, metrics);
  },
});
