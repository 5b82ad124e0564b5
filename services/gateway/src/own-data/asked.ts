import type { CallOptions } from '@lianban/grpc';
import type { Ports } from '../ports';

/** Whose data, and how it is asked for. */
export interface Asked {
  readonly residentId: string;
  readonly ports: Ports;
  readonly call: CallOptions;
}
