import type { z } from 'zod';
import type { Done, DurableRequest, Idempotency } from '@lianban/engine';
import type { Subscription } from '@lianban/inbox';
import type { SealFor } from '@lianban/protos';
import type { OwnSeals } from '@lianban/vault';
import type { RunningCatalogue, RunningHolidays } from '@lianban/city-catalogue';
import type { Config } from './config';
import type { AggregateType, AnyAggregate, Refusal, Typed } from '@lianban/model';
import type { Definition, GrpcService, ServiceClient } from '@lianban/grpc';
import type { FileStore } from '@lianban/mongo';
import type { Projection } from '@lianban/projection';
import type { Log } from '@lianban/telemetry';
import type { Clock } from './clock';

/** A document at one version, for reading. */
export interface Snapshot<S> {
  readonly id: string;
  readonly version: number;
  readonly state: S;
}

export interface DispatchOptions {
  readonly traceparent?: string | undefined;
  readonly signal?: AbortSignal;
  /** The command has one effect for this key: a repeat gets the document of the first. */
  readonly idempotency?: Idempotency;
  /** The version the command was made for; 0 or absent means any. */
  readonly ifVersion?: number;
}

export interface Query {
  /** Over the stored document: { 'state.status': 'received' }, on an index the aggregate declares. */
  readonly filter: Readonly<Record<string, unknown>>;
  readonly sort?: Readonly<Record<string, 1 | -1>>;
  readonly limit: number;
}

/** What a running service offers to its gRPC handlers and jobs. */
export interface App {
  readonly name: string;
  readonly log: Log;
  readonly clock: Clock;
  /** Resolves when the command is decided, stored and published, or refused. @throws when a decider throws */
  dispatch<S, C extends Typed, E extends Typed>(
    type: AggregateType<S, C, E>,
    id: string,
    command: NoInfer<C>,
    options?: DispatchOptions,
  ): Promise<Done<S, E> | Refusal>;
  get<S>(type: AggregateType<S>, id: string): Promise<Snapshot<S> | undefined>;
  find<S>(type: AggregateType<S>, query: Query): Promise<readonly Snapshot<S>[]>;
  /** Aggregates the stored documents of a type; `pipeline` begins with a $match that an index serves. */
  summarize<T>(type: AggregateType, pipeline: readonly Readonly<Record<string, unknown>>[]): Promise<readonly T[]>;
  /** Aggregates the documents of a projection as last written; `pipeline` begins with a $match that an index serves. */
  summarizeView<T>(
    projection: Projection,
    pipeline: readonly Readonly<Record<string, unknown>>[],
  ): Promise<readonly T[]>;
  /** Calls `listener` with every document of the type that this process commits. @returns what ends it */
  onCommitted<S>(type: AggregateType<S>, listener: (found: Snapshot<S>) => void): () => void;
  readonly files: FileStore;
  /**
   * Of another service: for a question whose answer is needed now and may not be stored. One that must survive a crash is a durable request.
   * @throws CallFailed when this deployment has no address of it
   */
  clientOf<D extends Definition>(peer: string, definition: D): ServiceClient<D>;
  /** The next number of a series: unique over all processes, rising within one; a crash leaves gaps. */
  nextNumber(series: string): Promise<number>;
}

/** The parts of one service. */
export interface Composition {
  /** The topic it publishes on. */
  readonly topic: string;
  /** Where it publishes what is addressed to one service; without it, on `topic`. */
  readonly topicsTo?: (addressee: string) => readonly string[];
  readonly aggregates: readonly AnyAggregate[];
  /** What an operator changes of it while it runs. After each change its subscriptions and the topics of its projections are read again. */
  readonly catalogue?: RunningCatalogue;
  /** Its calendar, to which an operator adds a year while it runs. Absent for a service that counts no days. */
  readonly holidays?: RunningHolidays;
  /** Texts it seals under keys of its own: they are sealed anew when an operator asks for it. */
  readonly ownSeals?: readonly OwnSeals[];
  /** Seals what it says to one service alone. */
  readonly sealFor?: SealFor;
  readonly subscriptions?: readonly Subscription[];
  /** Read models it keeps beside its documents, each reading its topics by itself. */
  readonly projections?: readonly Projection[];
  readonly requests?: Readonly<Record<string, DurableRequest>>;
  /** The services it asks by `clientOf`, as its manifest says, beside those of its durable requests. */
  readonly asks?: readonly string[];
  /** Run `everyMs` after their last run ended. */
  readonly periodicJobs?: (
    app: App,
  ) => readonly { readonly name: string; readonly everyMs: number; run(): Promise<unknown> }[];
  readonly grpc?: (app: App) => readonly GrpcService[];
}

/** A service: its name, defined here alone, and how it is composed from its own settings. */
export interface ServiceSpec<S> {
  readonly name: string;
  readonly settings?: z.ZodType<S>;
  readonly compose: (settings: S, config: Config) => Composition;
}
