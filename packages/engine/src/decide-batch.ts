import { type Typed, isRefusal, refuse, type AnyKind, type Order, keyOf } from '@lianban/model';
import { type Entry, type OutboxRecord, type PendingAsk, keyOfRef } from './document';
import { emptyEntry, type Ref } from './load-documents';
import { tableOf } from './hash-table';
import { RecordTooLarge, toRecord } from './cloud-event';
import type { Outcome, Work } from './command-envelope';

export interface BatchContext {
  readonly service: string;
  readonly topic: string;
  readonly kinds: ReadonlyMap<string, AnyKind>;
  readonly now: Date;
  /** How long a question may wait for its answer, by its name, in milliseconds. */
  readonly askMs: (name: string) => number;
  /** Whether what a kind's commands begin is taken for new without having been looked for. */
  readonly assumeNew?: boolean;
}

export interface Batch {
  readonly outcomes: readonly Outcome[];
  readonly changed: readonly Entry[];
  readonly records: readonly OutboxRecord[];
  /** Documents the decisions need and `loaded` lacks: load them and decide again. */
  readonly missing: readonly Ref[];
  /** Documents taken for new that nothing was written to: what was decided on them is proved by nothing. */
  readonly unproved: readonly Ref[];
}

// A chain of follow-ups longer than this is a rule that feeds itself.
const longestChain = 1000;

/**
 * Decides every piece of work in order, in memory, without touching anything. What a later piece sees includes what an
 * earlier one changed. A piece and its follow-ups are one: if any is refused, none of its changes stay.
 */
export function decideBatch(works: readonly Work[], loaded: ReadonlyMap<string, Entry>, context: BatchContext): Batch {
  const view = new Map(loaded);
  const changed = new Set<string>();
  const missing = new Map<string, Ref>();
  const assumed = new Map<string, Ref>();
  const records: OutboxRecord[] = [];
  const outcomes = works.map((work): Outcome => {
    const attempt = new Attempt(view, context, work, assumed);
    try {
      const outcome = attempt.run();
      for (const ref of attempt.missing) missing.set(keyOfRef(ref.kind, ref.id), ref);
      for (const [key, entry] of attempt.overlay) {
        view.set(key, entry);
        changed.add(key);
      }
      records.push(...attempt.records);
      return outcome;
    } catch (error) {
      if (error instanceof RecordTooLarge && isAskedFor(work)) return { is: 'refused', refusal: tooLarge };
      return { is: 'broken', error: error instanceof Error ? error : new Error(String(error)) };
    }
  });
  for (const key of changed) assumed.delete(key);
  return {
    outcomes,
    records,
    changed: [...changed].map((key) => view.get(key)!),
    missing: [...missing.values()],
    unproved: [...assumed.values()],
  };
}

/** By somebody who waits for the answer and can shorten what they sent. */
const isAskedFor = ({ source, askId, wake }: Work): boolean => !source && !askId && !wake;
const tooLarge = refuse('too-large', 'This is more than can be passed on at once: shorten it.');

/** One piece of work on a view of the documents; its changes stay in the overlay until it is known to succeed. */
class Attempt {
  overlay = new Map<string, Entry>();
  records: OutboxRecord[] = [];
  readonly missing: Ref[] = [];
  private readonly events: Typed[] = [];

  constructor(
    private readonly view: Map<string, Entry>,
    private readonly context: BatchContext,
    private readonly work: Work,
    private readonly assumed: Map<string, Ref>,
  ) {}

  run(): Outcome {
    const { order, source, askId, ifVersion, skip } = this.work;
    const root = this.entry(order, order.command);
    if (!root || (skip && root.version === 0)) return { is: 'duplicate' };
    if (source) {
      const last = root.seen[source.subject] ?? 0;
      if (source.sequence <= last) return { is: 'duplicate' };
      if ((source.from ?? source.sequence) > last + 1) return { is: 'gap', expected: last + 1 };
    }
    if (askId && !root.asks.some((ask) => ask.id === askId)) return { is: 'duplicate' };
    if (ifVersion && ifVersion !== root.version)
      return {
        is: 'refused',
        refusal: refuse('version-conflict', 'Somebody changed this case meanwhile: look at it again.'),
      };
    const refusal = this.decideChain(this.ordersFor(root));
    if (this.missing.length > 0) return this.forget({ is: 'duplicate' });
    if (refusal) {
      this.forget({ is: 'refused', refusal });
      if (!refusal.disbelieved) this.bookkeep(order, root);
      return { is: 'refused', refusal };
    }
    this.bookkeep(order, root);
    const { state, version } = this.entry(order) ?? root;
    return { is: 'done', state, version, events: this.events };
  }

  private forget(outcome: Outcome): Outcome {
    this.overlay = new Map();
    this.records = [];
    return outcome;
  }

  private ordersFor(root: Entry): readonly Order[] {
    const { order, wake: isWake, skip } = this.work;
    if (!isWake) return skip ? [] : [order];
    const wake = this.kindOf(order.kind).decider.wake?.(root.state);
    return wake && wake.at <= this.context.now ? [{ ...order, command: wake.command }] : [];
  }

  private decideChain(first: readonly Order[]) {
    const queue = [...first];
    for (let steps = 0; queue.length > 0; steps++) {
      if (steps > longestChain)
        throw new Error(`more than ${longestChain} follow-ups of ${this.work.order.command.type}`);
      const order = queue.shift()!;
      const entry = this.entry(order, order.command);
      if (!entry) continue;
      const kind = this.kindOf(order.kind);
      const answer = kind.decider.decide(order.command, entry.state, this.context.now);
      if (isRefusal(answer)) return answer;
      if (answer.length > 0) queue.push(...this.apply(kind, entry, answer));
    }
    return undefined;
  }

  private apply(kind: AnyKind, entry: Entry, events: readonly Typed[]): readonly Order[] {
    const followUps: Order[] = [];
    const sent = tableOf(entry.sent);
    const asks = [...entry.asks];
    const key = keyOf(kind, entry.id);
    const { service, topic, now } = this.context;
    const { traceparent, causation } = this.work;
    let state = entry.state;
    for (const event of events) {
      state = kind.decider.evolve(state, event);
      const announce = kind.announce[event.type];
      if (announce === undefined) throw new Error(`no announcement entry for ${kind.name} ${event.type}`);
      const said = announce === 'private' ? [] : announce(event as never, state, entry.id);
      for (const published of Array.isArray(said) ? said : [said]) {
        const subject = published.subject ?? entry.id;
        const sequence = (sent[subject] = (sent[subject] ?? 0) + 1);
        this.records.push(
          toRecord(published, { service, topic, key, subject, sequence, at: now, traceparent, causation }),
        );
      }
      for (const asking of kind.ask?.(event, state, entry.id) ?? [])
        asks.push(this.pending(asking, entry, asks.length));
      followUps.push(...(kind.follow?.(event, state, entry.id) ?? []));
      this.events.push(event);
    }
    this.put({ ...entry, state, sent, asks, version: entry.version + 1, ...(traceparent && { traceparent }) });
    return followUps;
  }

  private pending(asking: { name: string; input: unknown }, entry: Entry, nth: number): PendingAsk {
    const deadlineAt = new Date(this.context.now.getTime() + this.context.askMs(asking.name));
    const ask = { id: `${entry.version + 1}.${nth}`, name: asking.name, input: asking.input, deadlineAt };
    return this.work.traceparent ? { ...ask, traceparent: this.work.traceparent } : ask;
  }

  /** The inbox mark and the answered question go with the state they changed; a refusal is recorded as heard, too. */
  private bookkeep(order: Order, before: Entry): void {
    const { source, askId } = this.work;
    const entry = this.entry(order) ?? before;
    // Nothing is stored for a case that never came to be.
    if ((!source && !askId) || entry.version === 0) return;
    const seen = tableOf(entry.seen);
    if (source) seen[source.subject] = source.sequence;
    const asks = askId ? entry.asks.filter((ask) => ask.id !== askId) : entry.asks;
    const version = entry.version === before.version ? before.version + 1 : entry.version;
    this.put({ ...entry, seen, asks, version });
  }

  private kindOf(name: string): AnyKind {
    const kind = this.context.kinds.get(name);
    if (!kind) throw new Error(`no kind "${name}" in ${this.context.service}`);
    return kind;
  }

  private put(entry: Entry): void {
    this.overlay.set(keyOfRef(entry.kind, entry.id), entry);
  }

  private entry({ kind: name, id }: Ref, command?: Typed): Entry | undefined {
    const kind = this.kindOf(name);
    const key = keyOfRef(name, id);
    const found = this.overlay.get(key) ?? this.view.get(key);
    if (found) return found;
    if (!command || !begins(kind, command, this.context)) {
      this.missing.push({ kind: name, id });
      return undefined;
    }
    const fresh = emptyEntry(kind, id);
    this.view.set(key, fresh);
    this.assumed.set(key, { kind: name, id });
    return fresh;
  }
}

/** Whether the command's document need not be looked for before it is decided. */
export const begins = (
  kind: AnyKind,
  { type }: Typed,
  { assumeNew = false }: Pick<BatchContext, 'assumeNew'>,
): boolean => assumeNew && kind.begins !== undefined && kind.begins.includes(type);
