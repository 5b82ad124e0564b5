import { monitorEventLoopDelay } from 'node:perf_hooks';
import { observe } from './metrics';

/** Observes Node.js's own measurements of this process. */
export function observeProcess(): void {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  observe('eventLoop', () => {
    const p99 = delay.percentile(99) / 1e9;
    delay.reset();
    return Number.isFinite(p99) ? p99 : 0;
  });
  observe('heap', () => process.memoryUsage().heapUsed);
}
