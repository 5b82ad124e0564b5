import { AsyncLocalStorage } from 'node:async_hooks';
import { type Meter, type Tracer, metrics, trace } from '@opentelemetry/api';

/** What work is done for: several services may share a process. */
export interface Scope {
  readonly service: string;
  /** Where its measurements and spans go; absent when no exporter is configured. */
  readonly meter?: Meter;
  readonly tracer?: Tracer;
}

const scopes = new AsyncLocalStorage<Scope>();

/** Runs `work`, and whatever it sets going, for that service. */
export const inScope = <T>(scope: Scope, work: () => T): T => scopes.run(scope, work);

/** The service the work at hand is done for. */
export const serviceNow = (): string | undefined => scopes.getStore()?.service;

export const meterNow = (): Meter | undefined => scopes.getStore()?.meter;

// Tests bring an SDK of their own.
export const meterByDefault = (): Meter => metrics.getMeter('lianban');
export const tracerNow = (): Tracer => scopes.getStore()?.tracer ?? trace.getTracer('lianban');
