/** What one worker of the baseline is told, as JSON in its first argument. */
export interface WorkerSettings {
  readonly role: 'door' | 'applications' | 'department';
  readonly name: string;
  readonly prefix: string;
  readonly brokers: string;
  readonly mongoUrl: string;
  /** Packed samples. */
  readonly samples: string;
  readonly flights: number;
}

/** What a worker says when it takes work; the door names its port. */
export interface WorkerReady {
  readonly ready: true;
  readonly port: number;
}

/** What the bench tells a running worker. */
export interface Tune {
  readonly flights: number;
}
