import type { KafkaMessage } from 'kafkajs';
import type { WatchedProcess } from '../machine/processes';
import type { InvariantsVerdict } from '../system/verdict';
import type { ApplicantsLedger } from './ledger';

export type SubjectName = 'baseline' | 'system' | 'oneAtATime';

export interface SubmissionRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What is measured: takes applications over HTTP and says on a topic when one has ended. */
export interface Subject {
  readonly name: SubjectName;
  readonly processes: readonly WatchedProcess[];
  /** Rejects when one of its processes ends by itself. */
  readonly died: Promise<never>;
  /** Milliseconds from the start of the first process until all took work. */
  readonly readyMs: number;
  readonly port: number;
  readonly path: string;
  /** The next request, never the same twice. */
  next(): SubmissionRequest;
  readonly endings: {
    readonly topic: string;
    /** The number of the application whose end the record tells, and how it ended; undefined for another record. */
    read(record: KafkaMessage): { readonly number: string; readonly how: string } | undefined;
  };
  /** How many writes each of its processes may have under way at once, for one that can be told. */
  tune?(flights: number): void;
  /** Compares all it stored and said with what it was asked, for one that keeps book; at rest. */
  audit?(ledger: ApplicantsLedger): Promise<InvariantsVerdict>;
  /** What a resident is shown at a path, for one that shows anything. */
  show?(resident: string, path: string): Promise<string>;
  stop(): Promise<void>;
}
