import type { ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js';
import { grpc } from '@lianban/protos';

export const healthDefinition = grpc.health.v1.HealthService as unknown as ServiceDefinition;

const Status = grpc.health.v1.HealthCheckResponse_ServingStatus;

type HealthCall = { write(message: unknown): void; end(): void; on(event: string, listener: () => void): void };

/**
 * The standard grpc.health.v1 service: the whole server is SERVING or NOT_SERVING. Watchers get a change within half a
 * second, and their streams end when `stopping` aborts.
 */
export function healthHandlers(isReady: () => boolean, stopping: AbortSignal): UntypedServiceImplementation {
  const now = () => ({ status: isReady() ? Status.SERVING : Status.NOT_SERVING });
  return {
    check: (_call: unknown, reply: (error: null, response: unknown) => void) => reply(null, now()),
    watch: (call: HealthCall) => {
      let last = now();
      call.write(last);
      const check = () => {
        if (now().status === last.status) return;
        last = now();
        call.write(last);
      };
      const timer = setInterval(check, 500);
      const forget = () => {
        clearInterval(timer);
        stopping.removeEventListener('abort', end);
      };
      const end = () => {
        forget();
        check();
        call.end();
      };
      call.on('cancelled', forget);
      stopping.addEventListener('abort', end, { once: true });
    },
  };
}
