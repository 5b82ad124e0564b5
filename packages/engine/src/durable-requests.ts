import { Backoff } from '@lianban/backoff';
import type { Typed } from '@lianban/model';
import { dueBy, retryOnLockTimeout } from '@lianban/mongo';
import { type Log, counters } from '@lianban/telemetry';
import type { CommandQueue } from './command-queue';
import type { Database } from './database';
import { type LoadedDocument, type PendingRequest, documentKey } from './document';

/** One entry of a service's table of durable requests: which call to make, and which command the reply is. Pure. */
export interface DurableRequest {
  readonly peer: string;
  /** The peer's service as its client is generated. */
  readonly definition: object;
  readonly method: string;
  /** Milliseconds after which the document goes on without a reply. */
  readonly deadlineMs: number;
  readonly request: (input: unknown, id: string) => unknown;
  readonly onReply: (reply: unknown, input: unknown) => Typed;
  readonly onTimeout: (why: string, input: unknown) => Typed;
}

export interface CallOptions {
  readonly traceparent: string | undefined;
  readonly signal: AbortSignal;
  readonly deadlineMs: number;
}

/** Why a call had no reply, and whether the same call may have one later. */
export interface Failure {
  readonly code: string;
  readonly mayPass: boolean;
}

export interface DurableRequestsPorts {
  readonly db: Database;
  /** Those whose events raise requests. */
  readonly aggregates: readonly string[];
  readonly requests: Readonly<Record<string, DurableRequest>>;
  readonly call: (request: DurableRequest, message: unknown, options: CallOptions) => Promise<unknown>;
  readonly failureOf: (error: unknown) => Failure;
  readonly queue: Pick<CommandQueue, 'enqueue'>;
  readonly now: () => Date;
  readonly log: Log;
}

/**
 * Makes the calls that events ask for. A request is stored with the event that raised it, so it survives a crash; it is
 * repeated until it has a reply or is past its deadline, and the reply is applied once. While a peer is away, only a
 * bounded number of its requests are in memory; the others wait in the database.
 */
export class DurableRequests {
  /** Keys of the requests in memory, by name. */
  private readonly inFlight = new Map<string, Set<string>>();
  private readonly stopped = new AbortController();

  constructor(private readonly ports: DurableRequestsPorts) {}

  /** Sends every pending request of these documents that is not in flight and has room. */
  send(documents: readonly Pick<LoadedDocument, 'aggregate' | 'id' | 'asks'>[]): void {
    for (const { aggregate, id, asks } of documents)
      for (const pending of asks)
        this.pursue(aggregate, id, pending).catch((error: unknown) =>
          this.ports.log.error({ err: error, question: pending.name }, 'request not pursued: taken up again later'),
        );
  }

  /** Takes up requests that no process pursues; other processes then leave them alone for a while. */
  async sweep(): Promise<void> {
    for (const aggregate of this.ports.aggregates) while (await this.takeUp(aggregate));
  }

  /** @returns whether there may be more */
  private async takeUp(aggregate: string): Promise<boolean> {
    const { db, requests } = this.ports;
    const names = Object.keys(requests);
    const full = names.filter((name) => this.isFull(name));
    // In a long outage thousands are due: there is no use in reading them every second.
    if (names.length > 0 && full.length === names.length) return false;
    const now = new Date(db.now());
    const documents = db.of(aggregate);
    const $nin = full.flatMap(db.seals.requests.storedNames);
    const hasRoom = full.length > 0 && { asks: { $elemMatch: { name: { $nin } } } };
    const waiting = await documents
      .find({ askAt: dueBy(now), ...hasRoom }, { projection: { asks: 1 } })
      .sort({ askAt: 1 })
      .limit(pageSize)
      .toArray();
    if (waiting.length === 0) return false;
    const ids = waiting.map(({ _id }) => _id);
    const askAt = new Date(now.getTime() + takenForMs);
    await retryOnLockTimeout(db, (options) =>
      documents.updateMany({ _id: { $in: ids }, askAt: { $lte: now } }, { $set: { askAt } }, options),
    );
    this.send(waiting.map(({ _id, asks }) => ({ aggregate, id: _id, asks })));
    return waiting.length === pageSize;
  }

  stop(): void {
    this.stopped.abort();
  }

  private async pursue(aggregate: string, id: string, stored: PendingRequest): Promise<void> {
    const { seals } = this.ports.db;
    const key = `${documentKey(aggregate, id)}#${stored.id}`;
    const name = seals.requests.nameOf(stored);
    const ofName = this.inFlight.get(name) ?? new Set();
    if (ofName.has(key) || this.isFull(name) || this.stopped.signal.aborted) return;
    this.inFlight.set(name, ofName.add(key));
    try {
      const pending = name === stored.name ? stored : await seals.requests.open({ aggregate, id }, stored);
      const command = await this.commandFor(id, pending);
      if (!command) return;
      const { id: requestId, traceparent } = pending;
      const outcome = await this.ports.queue.enqueue({ addressed: { aggregate, id, command }, requestId, traceparent });
      if (outcome.is === 'broken') throw outcome.error;
    } finally {
      ofName.delete(key);
    }
  }

  private isFull(name: string): boolean {
    return (this.inFlight.get(name)?.size ?? 0) >= mostInFlight;
  }

  /** The command of the reply, or of its absence; undefined when this process stops or does not know the request. */
  private async commandFor(id: string, { name, input, deadlineAt, traceparent }: PendingRequest) {
    const { requests, call, failureOf, now, log } = this.ports;
    const request = requests[name];
    if (!request) {
      log.error({ question: name }, 'no such request in this release: left for one that has it');
      return undefined;
    }
    const { signal } = this.stopped;
    const backoff = new Backoff(100, 5_000);
    for (;;) {
      try {
        const deadlineMs = Math.min(longestCallMs, Math.max(shortestCallMs, deadlineAt.getTime() - now().getTime()));
        const reply = await call(request, request.request(input, id), { traceparent, signal, deadlineMs });
        counters.questions().add(1, { question: name, outcome: 'answered' });
        return request.onReply(reply, input);
      } catch (error) {
        if (signal.aborted) return undefined;
        const { code, mayPass } = failureOf(error);
        const isWorthWaiting = mayPass && now() < deadlineAt;
        log.warn({ err: error, question: name, again: isWorthWaiting }, 'no reply to a request');
        if (!isWorthWaiting) {
          counters.questions().add(1, { question: name, outcome: 'gave-up' });
          return request.onTimeout(code, input);
        }
        await backoff.wait(signal);
        if (signal.aborted) return undefined;
      }
    }
  }
}

const longestCallMs = 5_000;
// A request past its deadline is sent once more by the process that finds it.
const shortestCallMs = 500;
const takenForMs = 10_000;
const pageSize = 200;
// Far more than are open at once while peers answer; all requests of an outage would fill the heap.
const mostInFlight = 2_000;
