import { run } from './run';
import type { ServiceSpec } from './service-spec';
import { startService } from './start-service';
import { tuneGc } from './tune-gc';

/** Runs a service as a process: what the main.ts of a service calls. */
export const runService = <S>(spec: ServiceSpec<S>): Promise<void> =>
  run(spec.name, spec.settings, async (settings, { config, log, onFatal, metrics }) => {
    const composition = spec.compose(settings, config);
    const running = await startService(spec.name, composition, config, log, onFatal, metrics);
    tuneGc();
    return running;
  });
