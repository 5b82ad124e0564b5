import type { KafkaMessage } from 'kafkajs';
import type { WatchedProcess } from '../machine/processes';
import type { InvariantsVerdict } from '../system/verdict';
import type { ApplicantsLedger } from './ledger';

/** `system` is a process for each service, `together` one for all of them. */
export type SubjectName = 'baseline' | 'system' | 'together' | 'oneAtATime';

export interface SubmissionRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The measured system: accepts applications over HTTP and publishes their ends on a topic. */
export interface Subject {
  readonly name: SubjectName;
  readonly processes: readonly WatchedProcess[];
  /** Rejects when one of its processes exits by itself. */
  readonly died: Promise<never>;
  /** Milliseconds from the first process start until all are ready. */
  readonly readyMs: number;
  readonly port: number;
  readonly path: string;
  /** The next request; each is unique. */
  next(): SubmissionRequest;
  readonly endings: {
    readonly topic: string;
    /** Number and outcome of the application whose end the record reports; undefined for other records. */
    read(record: KafkaMessage): { readonly number: string; readonly how: string } | undefined;
  };
  /** Sets the number of concurrent writes per process, for a subject that can be tuned. */
  tune?(flights: number): void;
  /** Compares everything stored and published with the ledger; requires rest. */
  audit?(ledger: ApplicantsLedger): Promise<InvariantsVerdict>;
  /** The answer for a resident at a path, for a subject with an API. */
  show?(resident: string, path: string): Promise<string>;
  stop(): Promise<void>;
}
