import { Backoff } from '@lianban/backoff';
import type { Line } from './command-queue';
import type { Database } from './database';
import { type Entry, type PendingAsk, keyOfRef } from './document';
import { dueBy, unhindered } from '@lianban/mongo';
import { type Log, counters } from '@lianban/telemetry';
import type { Question } from './durable-request';

export interface CallOptions {
  readonly traceparent: string | undefined;
  readonly signal: AbortSignal;
  readonly deadlineMs: number;
}
export type Call = (question: Question, request: unknown, options: CallOptions) => Promise<unknown>;

/** Why a call had no answer, and whether the same call may have one later. */
export interface Failure {
  readonly code: string;
  readonly mayPass: boolean;
}

export interface AskerPorts {
  readonly db: Database;
  readonly kinds: readonly string[];
  readonly questions: Readonly<Record<string, Question>>;
  readonly call: Call;
  readonly failureOf: (error: unknown) => Failure;
  readonly line: Pick<Line, 'enqueue'>;
  readonly now: () => Date;
  readonly log: Log;
}

/**
 * Asks what only another service knows. The question was stored with the event that raised it, so it survives a crash; it
 * is asked until answered or past its deadline, and the answer is applied once. While a peer is away only so many of its
 * questions are in memory: the others wait where they are stored.
 */
export class Asker {
  /** Which questions are being asked, by their name. */
  private readonly underWay = new Map<string, Set<string>>();
  private readonly stopped = new AbortController();

  constructor(private readonly ports: AskerPorts) {}

  /** Asks every open question of these documents that is not being asked already and has room. */
  ask(entries: readonly Pick<Entry, 'kind' | 'id' | 'asks'>[]): void {
    for (const { kind, id, asks } of entries)
      for (const ask of asks)
        this.pursue(kind, id, ask).catch((error: unknown) =>
          this.ports.log.error({ err: error, question: ask.name }, 'question not pursued: taken up again later'),
        );
  }

  /** Takes up questions that nobody asks, and that there was no room for; what it takes, others leave alone for a while. */
  async sweep(): Promise<void> {
    for (const kind of this.ports.kinds) while (await this.takeUp(kind));
  }

  /** @returns whether there may be more */
  private async takeUp(kind: string): Promise<boolean> {
    const { db, questions } = this.ports;
    const names = Object.keys(questions);
    const full = names.filter((name) => this.isFull(name));
    // In a long outage thousands are due: looking through them every second would be for nothing.
    if (names.length > 0 && full.length === names.length) return false;
    const now = new Date(db.now());
    const documents = db.of(kind);
    const hasRoom = full.length > 0 && { asks: { $elemMatch: { name: { $nin: full } } } };
    const waiting = await documents
      .find({ askAt: dueBy(now), ...hasRoom }, { projection: { asks: 1 } })
      .sort({ askAt: 1 })
      .limit(pageSize)
      .toArray();
    if (waiting.length === 0) return false;
    const ids = waiting.map(({ _id }) => _id);
    const askAt = new Date(now.getTime() + takenForMs);
    await unhindered(db, (options) =>
      documents.updateMany({ _id: { $in: ids }, askAt: { $lte: now } }, { $set: { askAt } }, options),
    );
    this.ask(waiting.map(({ _id, asks }) => ({ kind, id: _id, asks })));
    return waiting.length === pageSize;
  }

  stop(): void {
    this.stopped.abort();
  }

  private async pursue(kind: string, id: string, ask: PendingAsk): Promise<void> {
    const key = `${keyOfRef(kind, id)}#${ask.id}`;
    const asked = this.underWay.get(ask.name) ?? new Set();
    if (asked.has(key) || this.isFull(ask.name) || this.stopped.signal.aborted) return;
    this.underWay.set(ask.name, asked.add(key));
    try {
      const command = await this.answerTo(id, ask);
      if (!command) return;
      const { traceparent } = ask;
      const outcome = await this.ports.line.enqueue({ order: { kind, id, command }, askId: ask.id, traceparent });
      if (outcome.is === 'broken') throw outcome.error;
    } finally {
      asked.delete(key);
    }
  }

  private isFull(name: string): boolean {
    return (this.underWay.get(name)?.size ?? 0) >= mostUnderWay;
  }

  private async answerTo(id: string, ask: PendingAsk) {
    const { questions, call, failureOf, now, log } = this.ports;
    const question = questions[ask.name];
    if (!question) {
      log.error({ question: ask.name }, 'no such question in this version: left for one that knows it');
      return undefined;
    }
    const { signal } = this.stopped;
    const { traceparent } = ask;
    const backoff = new Backoff(100, 5_000);
    for (;;) {
      try {
        const deadlineMs = Math.min(
          longestCallMs,
          Math.max(shortestCallMs, ask.deadlineAt.getTime() - now().getTime()),
        );
        const answer = await call(question, question.request(ask.input, id), { traceparent, signal, deadlineMs });
        counters.questions().add(1, { question: ask.name, outcome: 'answered' });
        return question.learnt(answer, ask.input);
      } catch (error) {
        if (signal.aborted) return undefined;
        const { code, mayPass } = failureOf(error);
        const isWorthWaiting = mayPass && now() < ask.deadlineAt;
        log.warn({ err: error, question: ask.name, again: isWorthWaiting }, 'question not answered');
        if (!isWorthWaiting) {
          counters.questions().add(1, { question: ask.name, outcome: 'gave-up' });
          return question.gaveUp(code, ask.input);
        }
        await backoff.wait(signal);
        if (signal.aborted) return undefined;
      }
    }
  }
}

const longestCallMs = 5_000;
// A question past its deadline is asked once more, by the one who finds it.
const shortestCallMs = 500;
const takenForMs = 10_000;
const pageSize = 200;
// Far more than are open at a moment while peers answer; all those of an outage would fill the heap.
const mostUnderWay = 2_000;
