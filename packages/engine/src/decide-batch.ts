import {
  type AddressedCommand,
  type AnyAggregate,
  type Decision,
  type DocumentRef,
  type Refusal,
  type Typed,
  isRefusal,
  refuse,
} from '@lianban/model';
import type { SealFor } from '@lianban/protos';
import { RecordTooLarge, toRecord } from './cloud-event';
import type { CommandEnvelope, Outcome } from './command-envelope';
import { type LoadedDocument, type PendingRequest, documentKey } from './document';
import { tableOf } from './hash-table';
import type { IdempotencyKey } from './idempotency';
import type { OutboxRecord } from './outbox-format';

export interface BatchContext {
  readonly service: string;
  readonly topic: string;
  /** Where what is addressed to one service is published; without it, on `topic`. */
  readonly topicsTo?: ((addressee: string) => readonly string[]) | undefined;
  readonly aggregates: ReadonlyMap<string, AnyAggregate>;
  readonly now: Date;
  /** How long a durable request waits for its reply, by its name, in milliseconds. */
  readonly requestTimeoutMs: (name: string) => number;
  /** Seals what is said to one service alone; without it, nothing is sealed. */
  readonly sealFor?: SealFor | undefined;
}

/** Finds a document for a command; undefined when it has to be read first. */
export type DocumentSource = (ref: DocumentRef, command?: Typed) => LoadedDocument | undefined;

export interface Batch {
  readonly outcomes: readonly Outcome[];
  readonly changed: readonly LoadedDocument[];
  readonly records: readonly OutboxRecord[];
}

// A longer chain of commands is a policy that feeds itself.
const longestChain = 1000;

/**
 * Decides every command in order, in memory, with no effect outside. A later command sees what an earlier one changed. A
 * command and the commands its events cause are one unit of work: if one of them is refused, none of the changes stay.
 */
export function decideBatch(batch: readonly CommandEnvelope[], source: DocumentSource, context: BatchContext): Batch {
  const changed = new Map<string, LoadedDocument>();
  const records: OutboxRecord[] = [];
  const current: DocumentSource = (ref, command) =>
    changed.get(documentKey(ref.aggregate, ref.id)) ?? source(ref, command);
  const outcomes = batch.map((envelope): Outcome => {
    const work = new UnitOfWork(current, context, envelope);
    try {
      const outcome = work.run();
      for (const [key, document] of work.changes) changed.set(key, document);
      records.push(...work.records);
      return outcome;
    } catch (error) {
      if (error instanceof RecordTooLarge && hasCaller(envelope)) return refused(tooLarge);
      return { is: 'broken', error: error instanceof Error ? error : new Error(String(error)) };
    }
  });
  return { outcomes, records, changed: [...changed.values()] };
}

/** The decision with its states, also of a decider that leaves computing them to the engine. */
function decide(decider: AnyAggregate['decider'], command: Typed, before: unknown, now: Date) {
  const answer = decider.decide(command, before, now);
  if (isRefusal(answer) || !('evolve' in decider)) return answer as Decision<unknown, Typed> | Refusal;
  const events = answer as readonly Typed[];
  let state = before;
  return { events, states: events.map((event) => (state = decider.evolve(state, event))) };
}

/** Somebody waits for the answer and can shorten what they sent. */
const hasCaller = ({ source, requestId, isTimeout }: CommandEnvelope): boolean => !source && !requestId && !isTimeout;
const tooLarge = refuse('too-large', 'This is more than can be passed on at once: shorten it.');
const conflict = refuse('version-conflict', 'Somebody changed this case meanwhile: look at it again.');
const refused = (refusal: Refusal): Outcome => ({ is: 'refused', refusal });
/** Never reported: the batch is decided again once the missing document has been read. */
const undecided: Outcome = { is: 'duplicate' };

/** One command with everything it causes. The changes are kept apart until the whole is known to succeed. */
class UnitOfWork {
  changes = new Map<string, LoadedDocument>();
  records: OutboxRecord[] = [];
  private readonly events: Typed[] = [];
  private isIncomplete = false;

  constructor(
    private readonly source: DocumentSource,
    private readonly context: BatchContext,
    private readonly envelope: CommandEnvelope,
  ) {}

  run(): Outcome {
    const { addressed, source, requestId, ifVersion, ackOnly } = this.envelope;
    const repeated = this.claimKey();
    if (repeated) return repeated;
    const root = this.find(addressed, addressed.command);
    if (!root || (ackOnly && root.version === 0)) return { is: 'duplicate' };
    if (source) {
      const doubt = this.aggregateOf(addressed.aggregate).disbelieves?.(source.subject, root.state);
      if (doubt) return refused({ ...doubt, disbelieved: true });
      const last = root.seen[source.subject] ?? 0;
      if (source.sequence <= last) return { is: 'duplicate' };
      if ((source.from ?? source.sequence) > last + 1) return { is: 'gap', expected: last + 1 };
    }
    if (requestId && !root.asks.some((ask) => ask.id === requestId)) return { is: 'duplicate' };
    if (ifVersion && ifVersion !== root.version) return refused(conflict);
    const refusal = this.decideChain(this.commandsFor(root));
    if (this.isIncomplete) return this.discard(undecided);
    if (refusal) {
      this.discard(undecided);
      if (!refusal.disbelieved) this.acknowledge(root);
      return refused(refusal);
    }
    this.acknowledge(root);
    const { state, version } = this.find(addressed) ?? root;
    return { is: 'done', id: addressed.id, state, version, events: this.events };
  }

  /** Claims the idempotency key, in this unit of work. An outcome means that there is nothing more to do. */
  private claimKey(): Outcome | undefined {
    const { addressed, idempotency } = this.envelope;
    if (!idempotency) return undefined;
    const claim = { type: 'ClaimKey', number: addressed.id, bodyHash: idempotency.hash };
    const ref = { aggregate: idempotency.keys, id: idempotency.key };
    const refusal = this.decideChain([{ ...ref, command: claim }]);
    if (refusal) return refused(refusal);
    const key = this.find(ref, claim);
    const first = key && { ...addressed, id: (key.state as IdempotencyKey).number };
    this.events.length = 0;
    if (!first || first.id === addressed.id) return this.isIncomplete ? this.discard(undecided) : undefined;
    const document = this.find(first);
    if (!document) return this.discard(undecided);
    return { is: 'done', id: first.id, state: document.state, version: document.version, events: [] };
  }

  private discard(outcome: Outcome): Outcome {
    this.changes = new Map();
    this.records = [];
    return outcome;
  }

  private commandsFor(root: LoadedDocument): readonly AddressedCommand[] {
    const { addressed, isTimeout, ackOnly } = this.envelope;
    if (!isTimeout) return ackOnly ? [] : [addressed];
    const due = this.aggregateOf(addressed.aggregate).decider.timeout?.(root.state);
    return due && due.at <= this.context.now ? [{ ...addressed, command: due.command }] : [];
  }

  private decideChain(first: readonly AddressedCommand[]): Refusal | undefined {
    const queue = [...first];
    for (let steps = 0; queue.length > 0; steps++) {
      if (steps > longestChain)
        throw new Error(`more than ${longestChain} commands follow ${this.envelope.addressed.command.type}`);
      const addressed = queue.shift()!;
      const document = this.find(addressed, addressed.command);
      if (!document) continue;
      const aggregate = this.aggregateOf(addressed.aggregate);
      const decision = decide(aggregate.decider, addressed.command, document.state, this.context.now);
      if (isRefusal(decision)) return decision;
      if (decision.events.length > 0) queue.push(...this.apply(aggregate, document, decision));
    }
    return undefined;
  }

  private apply(
    aggregate: AnyAggregate,
    document: LoadedDocument,
    { events, states }: Decision<unknown, Typed>,
  ): readonly AddressedCommand[] {
    const caused: AddressedCommand[] = [];
    const sent = tableOf(document.sent);
    const asks = [...document.asks];
    const { service, topic, topicsTo, now, sealFor } = this.context;
    const { traceparent, causation } = this.envelope;
    const { id } = document;
    let { state } = document;
    for (const [nth, event] of events.entries()) {
      state = states[nth];
      const announce = aggregate.announce[event.type];
      if (announce === undefined) throw new Error(`no announcement entry for ${aggregate.name} ${event.type}`);
      const announced = announce === 'private' ? [] : announce(event as never, state, id);
      for (const published of Array.isArray(announced) ? announced : [announced]) {
        const subject = published.subject ?? id;
        const sequence = (sent[subject] = (sent[subject] ?? 0) + 1);
        const place = { service, topic, key: aggregate.keyOf(id), subject, sequence };
        const record = toRecord(published, { ...place, at: now, traceparent, causation }, sealFor);
        const topics = published.addressee && topicsTo ? topicsTo(published.addressee) : [topic];
        // The same bytes on each of them: whoever reads two recognises the second by its sequence.
        this.records.push(...topics.map((each) => ({ ...record, topic: each })));
      }
      for (const request of aggregate.requests?.(event, state, id) ?? [])
        asks.push(this.pending(request, document, asks.length));
      caused.push(...(aggregate.policy?.(event, state, id) ?? []));
      this.events.push(event);
    }
    this.put({ ...document, state, sent, asks, version: document.version + 1, ...(traceparent && { traceparent }) });
    return caused;
  }

  private pending({ name, input }: { name: string; input: unknown }, { version }: LoadedDocument, nth: number) {
    const deadlineAt = new Date(this.context.now.getTime() + this.context.requestTimeoutMs(name));
    const request: PendingRequest = { id: `${version + 1}.${nth}`, name, input, deadlineAt };
    return this.envelope.traceparent ? { ...request, traceparent: this.envelope.traceparent } : request;
  }

  /** Records the inbox sequence and closes the answered request, also after a refusal: the record has been handled. */
  private acknowledge(before: LoadedDocument): void {
    const { addressed, source, requestId } = this.envelope;
    const document = this.find(addressed) ?? before;
    // Nothing is stored for a document that was not created.
    if ((!source && !requestId) || document.version === 0) return;
    const seen = tableOf(document.seen);
    if (source) seen[source.subject] = source.sequence;
    const asks = requestId ? document.asks.filter((ask) => ask.id !== requestId) : document.asks;
    const version = document.version === before.version ? before.version + 1 : document.version;
    this.put({ ...document, seen, asks, version });
  }

  private aggregateOf(name: string): AnyAggregate {
    const aggregate = this.context.aggregates.get(name);
    if (!aggregate) throw new Error(`no aggregate "${name}" in ${this.context.service}`);
    return aggregate;
  }

  private put(document: LoadedDocument): void {
    this.changes.set(documentKey(document.aggregate, document.id), document);
  }

  private find(ref: DocumentRef, command?: Typed): LoadedDocument | undefined {
    this.aggregateOf(ref.aggregate);
    const found = this.changes.get(documentKey(ref.aggregate, ref.id)) ?? this.source(ref, command);
    if (!found) this.isIncomplete = true;
    return found;
  }
}
