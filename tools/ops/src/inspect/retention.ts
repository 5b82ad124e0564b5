import type mongoose from 'mongoose';
import { gridFileStore } from '@lianban/mongo';

/** What stands still: nothing of it can be due while it waits for anything. */
const atRest = { wakeAt: null, askAt: null, 'asks.0': { $exists: false } };
const bookkeeping = { version: 1, wakeAt: 1, askAt: 1, asks: 1 } as const;

interface Stored {
  readonly _id: string;
  readonly version: number;
}
interface Waits {
  readonly wakeAt?: Date | null;
  readonly askAt?: Date | null;
  readonly asks?: readonly unknown[];
}

/** An application that has ended, without what it is about. */
export interface EndedApplication extends Stored {
  readonly residentId: string;
  readonly endedAt: Date;
  /** Of papers it still names itself. */
  readonly references: readonly string[];
  /** The last moment at which a person can be asked to look at one of its steps. */
  readonly reviewBy: Date | undefined;
}

/** A case by its bookkeeping; `closedAt` is undefined while it is open or waits for anything. */
export interface FiledCase extends Stored {
  readonly item: string;
  readonly closedAt: Date | undefined;
  /** Of the papers handed in with it. */
  readonly references: readonly string[];
}

export interface EndedMandate extends Stored {
  readonly endedAt: Date;
  /** Both people. */
  readonly people: readonly string[];
}

/** Reads by bookkeeping, and erases, what one service's database keeps of persons. Seals stay closed. */
export interface RetentionInspector {
  /** Applications after a number, in their order, that ended before a moment. */
  endedApplications(after: string, endedBefore: Date, limit: number): Promise<readonly EndedApplication[]>;
  /** Every application of somebody, also those under way. */
  applicationsOf(
    residentId: string,
  ): Promise<readonly { readonly _id: string; readonly references: readonly string[] }[]>;
  casesOf(application: string): Promise<readonly FiledCase[]>;
  endedMandates(after: string, endedBefore: Date, limit: number): Promise<readonly EndedMandate[]>;
  /** Erases a document unless it was changed since it was looked at. @returns how many */
  erase(collection: string, found: Stored): Promise<number>;
  /** Erases what belongs to another document. @returns how many */
  eraseWhere(
    collection: 'notes' | 'objections' | 'consents',
    field: string,
    value: string,
    more?: object,
  ): Promise<number>;
  /** Erases an upload: its content first, by its description it is found again. @returns how many */
  eraseUpload(reference: string): Promise<number>;
}

interface CaseSource extends Stored, Waits {
  readonly state: {
    readonly status: string;
    readonly at?: Date;
    readonly compensatedAt?: Date;
    readonly file?: { readonly request?: { readonly item?: string; readonly materials?: readonly Named[] } };
  };
}
interface MandateSource extends Stored {
  readonly state: { readonly endedAt: Date; readonly principalId: string; readonly agentId: string };
}
interface Named {
  readonly reference: string;
}
interface ApplicationSource extends Stored {
  readonly state: {
    readonly residentId: string;
    readonly endedAt: Date;
    readonly materials?: readonly Named[];
    readonly steps?: Readonly<Record<string, { readonly reviewBy?: Date }>>;
  };
}

const isAtRest = ({ wakeAt, askAt, asks }: Waits) => !wakeAt && !askAt && (asks ?? []).length === 0;
const referencesIn = (materials: readonly Named[] = []) => materials.map(({ reference }) => reference);
const steps = {
  $arrayToObject: {
    $map: {
      input: { $objectToArray: { $ifNull: ['$state.steps', {}] } },
      in: { k: '$$this.k', v: { reviewBy: '$$this.v.reviewBy' } },
    },
  },
};

export function inspectRetention(db: mongoose.mongo.Db): RetentionInspector {
  const collection = <T extends { readonly _id: string }>(name: string) => db.collection<T>(name);
  const files = gridFileStore(db);

  const closedAt = (of: CaseSource): Date | undefined => {
    const { status, at, compensatedAt } = of.state;
    if (!isAtRest(of)) return undefined;
    if (status === 'compensated') return compensatedAt ?? at;
    return status === 'decided' || status === 'cancelled' ? at : undefined;
  };

  return {
    async endedApplications(after, endedBefore, limit) {
      const isDue = {
        ...atRest,
        _id: { $gt: after },
        'state.endedAt': { $lt: endedBefore },
        'state.ending': { $nin: [null, 'needs-operator'] },
      };
      const found = await collection<ApplicationSource>('applications')
        .aggregate<ApplicationSource>([
          { $match: isDue },
          { $sort: { _id: 1 } },
          { $limit: limit },
          { $project: { version: 1, state: { residentId: 1, endedAt: 1, 'materials.reference': 1, steps } } },
        ])
        .toArray();
      return found.map(({ _id, version, state }) => {
        const reviews = Object.values(state.steps ?? {}).flatMap(({ reviewBy }) => reviewBy?.getTime() ?? []);
        const reviewBy = reviews.length > 0 ? new Date(Math.max(...reviews)) : undefined;
        const { residentId, endedAt, materials } = state;
        return { _id, version, residentId, endedAt, references: referencesIn(materials), reviewBy };
      });
    },

    async applicationsOf(residentId) {
      const projection = { 'state.materials.reference': 1 };
      const found = collection<ApplicationSource>('applications').find(
        { 'state.residentId': residentId },
        { projection },
      );
      return (await found.toArray()).map(({ _id, state }) => ({ _id, references: referencesIn(state?.materials) }));
    },

    async casesOf(application) {
      const projection = {
        ...bookkeeping,
        'state.status': 1,
        'state.at': 1,
        'state.compensatedAt': 1,
        'state.file.request.item': 1,
        'state.file.request.materials.reference': 1,
      };
      // "0" follows "/" in ASCII.
      const range = { _id: { $gte: `${application}/`, $lt: `${application}0` } };
      const found = await collection<CaseSource>('cases').find(range, { projection }).toArray();
      return found.map((of) => ({
        _id: of._id,
        version: of.version,
        item: of.state.file?.request?.item ?? '',
        closedAt: closedAt(of),
        references: referencesIn(of.state.file?.request?.materials),
      }));
    },

    async endedMandates(after, endedBefore, limit) {
      const isDue = {
        ...atRest,
        _id: { $gt: after },
        'state.status': { $in: ['refused', 'revoked', 'lapsed'] },
        'state.endedAt': { $lt: endedBefore },
      };
      const found = await db
        .collection<MandateSource>('mandates')
        .find(isDue as object, {
          projection: { version: 1, 'state.endedAt': 1, 'state.principalId': 1, 'state.agentId': 1 },
        })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      return found.map(({ _id, version, state: { endedAt, principalId, agentId } }) => ({
        ...{ _id, version, endedAt },
        people: [principalId, agentId],
      }));
    },

    async erase(name, { _id, version }) {
      return (await collection<Stored>(name).deleteOne({ _id, version })).deletedCount;
    },
    async eraseWhere(name, field, value, more = {}) {
      return (await db.collection(name).deleteMany({ [field]: value, ...more })).deletedCount;
    },
    async eraseUpload(reference) {
      await files.remove(reference);
      return (await collection<Stored>('materials').deleteOne({ _id: reference })).deletedCount;
    },
  };
}
