import type { z } from 'zod';
import type { Question, Hears, Done } from '@lianban/engine';
import type { Config } from './config';
import type { Refusal, AnyKind, Order } from '@lianban/model';
import type { GrpcService } from '@lianban/grpc';
import type { Files } from '@lianban/mongo';
import type { Log } from '@lianban/telemetry';
import type { Clock } from './clock';

/** A document as screens and peers read it. */
export interface Found<S> {
  readonly id: string;
  readonly version: number;
  readonly state: S;
}

export interface OrderOptions {
  readonly traceparent?: string | undefined;
  readonly signal?: AbortSignal;
  /** The version somebody saw; 0 or absent means whatever it is now. */
  readonly ifVersion?: number;
}

export interface Query {
  /** Over the stored document: { 'state.status': 'received' }, on an index the kind declares. */
  readonly filter: Readonly<Record<string, unknown>>;
  readonly sort?: Readonly<Record<string, 1 | -1>>;
  readonly limit: number;
}

/** What a running service offers to what answers its calls. */
export interface App {
  readonly name: string;
  readonly log: Log;
  readonly clock: Clock;
  /** Resolves when the command is decided, stored and published; a refusal is an answer. @throws when a rule is broken */
  order(order: Order, options?: OrderOptions): Promise<Done | Refusal>;
  get<S>(kind: string, id: string): Promise<Found<S> | undefined>;
  find<S>(kind: string, query: Query): Promise<readonly Found<S>[]>;
  /** Figures over the stored documents of a kind; `pipeline` begins with a $match an index serves. */
  aggregate<T>(kind: string, pipeline: readonly Readonly<Record<string, unknown>>[]): Promise<readonly T[]>;
  readonly files: Files;
  /** The next number of a series: unique over all processes, rising within one; a crash leaves gaps. */
  nextNumber(series: string): Promise<number>;
}

/** Everything that makes one service this service. */
export interface Composition {
  readonly kinds: readonly AnyKind[];
  readonly hears?: readonly Hears[];
  readonly questions?: Readonly<Record<string, Question>>;
  /** What is to be done again and again, `everyMs` after it last ended. */
  readonly repeats?: (
    app: App,
  ) => readonly { readonly name: string; readonly everyMs: number; turn(): Promise<unknown> }[];
  readonly grpc?: (app: App) => readonly GrpcService[];
}

/** A service: its name, written here and nowhere else, and how it is put together from its own settings. */
export interface ServiceSpec<S> {
  readonly name: string;
  readonly settings?: z.ZodType<S>;
  readonly compose: (settings: S, config: Config) => Composition;
}
