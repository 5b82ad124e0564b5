import type { Db } from '@lianban/mongo';
import { type Refusal, refuse } from '@lianban/model';

export const mendingActs = ['replay', 'drop', 'send-again'] as const;
export type MendingAct = (typeof mendingActs)[number];

/** What one operator asked for and another has to approve, with the records it is about: only these are touched. */
export interface MendingAsk {
  /** `act key`: one ask of a kind waits for a key. */
  readonly _id: string;
  readonly act: MendingAct;
  readonly key: string;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly records: readonly {
    readonly place: string;
    readonly type: string;
    readonly subject: string;
    readonly sequence: string;
  }[];
  /** Approved and not gone: it was interrupted, and whoever approved may do so again. */
  readonly approvedBy?: string;
}

/** Demo value: calendar days in which a second operator answers, as for a take-over; after them the first asks anew. */
export const MENDING_ASK_DAYS = 10;
const dayMs = 24 * 60 * 60 * 1000;

const ASKED_ALREADY = refuse(
  'mending-asked',
  'Another operator asked for this already: it is answered or taken back first.',
);
const NOTHING_ASKED = refuse('no-mending-asked', 'Nobody asked for this, or it was answered: look again.');
const SECOND_PERSON = refuse('second-person-needed', 'You asked for this yourself: another operator approves it.');

/** The asks of one service, in its database. Each change is one write, so that of two answers one counts. */
export function mendingAsks(db: Db, now: () => Date) {
  const asks = db.collection<MendingAsk>('operatorAsks');
  const idOf = ({ act, key }: Pick<MendingAsk, 'act' | 'key'>) => `${act} ${key}`;
  const oldest = () => new Date(now().getTime() - MENDING_ASK_DAYS * dayMs);
  return {
    open: () =>
      asks
        .find({ askedAt: { $gt: oldest() } })
        .sort({ askedAt: 1 })
        .toArray(),

    /** Asking again for the same with the same words changes nothing. */
    async ask(of: Omit<MendingAsk, '_id' | 'askedAt' | 'approvedBy'>): Promise<MendingAsk | Refusal> {
      const _id = idOf(of);
      await asks.deleteOne({ _id, askedAt: { $lte: oldest() } });
      const asked = { ...of, askedAt: now() };
      const kept = await asks.findOneAndUpdate(
        { _id },
        { $setOnInsert: asked },
        { upsert: true, returnDocument: 'after' },
      );
      return kept?.askedBy === of.askedBy && kept.reason === of.reason ? kept : ASKED_ALREADY;
    },

    /** Nobody but one operator who did not ask gets it to carry out. */
    async approve(of: Pick<MendingAsk, 'act' | 'key'>, operator: string): Promise<MendingAsk | Refusal> {
      const _id = idOf(of);
      const [current] = await asks.find({ _id, askedAt: { $gt: oldest() } }).toArray();
      if (!current) return NOTHING_ASKED;
      if (current.askedBy === operator) return SECOND_PERSON;
      const free = { $or: [{ approvedBy: { $exists: false } }, { approvedBy: operator }] };
      // The moment it was asked at: what was taken back and asked anew meanwhile is another thing.
      const same = { _id, askedAt: current.askedAt, ...free };
      const change = { $set: { approvedBy: operator } };
      return (await asks.findOneAndUpdate(same, change, { returnDocument: 'after' })) ?? NOTHING_ASKED;
    },

    /** Declined by another, or taken back by whoever asked; what is approved is neither. */
    async decline(of: Pick<MendingAsk, 'act' | 'key'>): Promise<MendingAsk | Refusal> {
      const found = await asks.findOneAndDelete({ _id: idOf(of), approvedBy: { $exists: false } });
      return found ?? NOTHING_ASKED;
    },

    async done({ _id, askedAt }: MendingAsk): Promise<void> {
      await asks.deleteOne({ _id, askedAt });
    },
  };
}

export type MendingAsks = ReturnType<typeof mendingAsks>;
