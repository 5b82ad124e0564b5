/** The addresses of the two servers. */
export interface Addresses {
  /** HOST:PORT, several with commas. */
  readonly kafkaBrokers: string;
  /** mongodb://… without a database name. */
  readonly mongoUrl: string;
}

/** A running stack; `stop` stops only the servers that were started for it. */
export interface RunningStack extends Addresses {
  stop(): Promise<void>;
}

export type StackSource = 'environment' | 'engine' | 'native';

export interface OpenStack extends RunningStack {
  readonly source: StackSource;
  readonly why: string;
}
