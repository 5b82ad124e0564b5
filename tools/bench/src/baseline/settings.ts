/** Settings of one baseline process, as JSON in its first argument. */
export interface WorkerSettings {
  readonly role: 'http' | 'applications' | 'department';
  readonly name: string;
  readonly prefix: string;
  readonly brokers: string;
  readonly mongoUrl: string;
  /** Packed samples. */
  readonly samples: string;
  readonly flights: number;
}

/** Sent by a worker when it is ready; the HTTP server names its port. */
export interface WorkerReady {
  readonly ready: true;
  readonly port: number;
}

/** Sent by the benchmark to change a running worker. */
export interface Tune {
  readonly flights: number;
}
