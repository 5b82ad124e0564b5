/** Where clients find the two servers. */
export interface Addresses {
  /** HOST:PORT, several with commas. */
  readonly kafkaBrokers: string;
  /** mongodb://… without a database name. */
  readonly mongoUrl: string;
}

/** A stack somebody started; `stop` stops exactly what was started for it, and nothing when it was there before. */
export interface RunningStack extends Addresses {
  stop(): Promise<void>;
}

export type StackSource = 'environment' | 'engine' | 'native';

export interface OpenStack extends RunningStack {
  readonly source: StackSource;
  readonly why: string;
}
