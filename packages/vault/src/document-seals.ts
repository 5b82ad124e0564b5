import { plainBuffer } from '@lianban/mongo';
import { type Parted, isSame, joined, partsBy } from './hidden-parts';
import { fromBytes, toBytes } from './plain-bytes';
import { type Pending, type RequestSeals, requestSeals } from './request-seals';
import type { SealedValue, Vault } from './vault';

/** What a document stores of its state. */
export interface StoredState {
  readonly state: unknown;
  /** The parts of the state that are sealed, in one value. */
  readonly sealed?: SealedValue;
}

/** What is stored, with what the sealed value holds. */
export interface KnownState extends StoredState {
  readonly hidden?: unknown;
}

/** Seals parts of documents on their way to the database, and makes them whole on their way back. */
export interface DocumentSeals {
  /** Those whose documents have parts that are sealed. */
  readonly collections: readonly string[];
  /** Whether documents of this collection have parts that are sealed. */
  seals(collection: string): boolean;
  /** How the state is to be stored. What has not changed since `before` keeps its seal. */
  toStore(collection: string, id: string, state: unknown, before?: KnownState): KnownState | Promise<KnownState>;
  /** Whether it stands in the clear, or under another key than the current one. */
  isDue(collection: string, known: KnownState): boolean;
  /** What pending requests ask, whatever of the state is sealed. */
  readonly requests: RequestSeals;
  /** The whole state, and what is stored of it. Also of documents that were written in the clear. */
  open<D extends StoredState & { readonly _id: string; readonly asks?: readonly Pending[] }>(
    collection: string,
    found: D,
  ): Promise<Opened<D>>;
}

export type Opened<D> = D & { readonly known: KnownState };

/** Bound to a sealed value: moved to another document, it does not open. */
export const placeOf = (collection: string, id: string): string => `${collection}/${id}/state`;

export interface SealedCollection {
  readonly name: string;
  /** Paths of the state that are sealed. */
  readonly sealed?: readonly string[];
}

/** @param writes whether what is written is sealed; what is sealed is read in any case */
export function documentSeals(vault: Vault, collections: readonly SealedCollection[], writes = true): DocumentSeals {
  const parts = new Map<string, (state: unknown) => Parted>();
  for (const { name, sealed } of collections) if (sealed?.length) parts.set(name, partsBy(sealed));

  const openValue = async (stored: SealedValue, place: string) => fromBytes(await vault.open(asBytes(stored), place));

  const requests = requestSeals({
    seal: async (value, place) => (writes ? vault.seal(toBytes(value), place) : undefined),
    open: openValue,
  });

  const seal = async (place: string, { clear, hidden }: Parted): Promise<KnownState> => ({
    ...{ state: clear, hidden },
    sealed: await vault.seal(toBytes(hidden), place),
  });

  return {
    collections: [...parts.keys()],
    seals: (collection) => parts.has(collection),
    toStore(collection, id, state, before) {
      const parted = writes ? parts.get(collection)?.(state) : undefined;
      if (parted?.hidden === undefined) return { state };
      const { clear, hidden } = parted;
      if (before?.sealed && isSame(before.hidden, hidden)) return { state: clear, hidden, sealed: before.sealed };
      return seal(placeOf(collection, id), parted);
    },
    isDue: (collection, { state, sealed }) =>
      parts.get(collection)?.(state).hidden !== undefined || (sealed !== undefined && sealed.key !== vault.currentKey),
    requests,
    async open(collection, document) {
      const asks = document.asks?.length
        ? { asks: await requests.openAll({ aggregate: collection, id: document._id }, document.asks) }
        : {};
      const found = { ...document, ...asks };
      const { state, sealed: stored } = found;
      if (!stored) return { ...found, known: { state } };
      const sealed = asBytes(stored);
      const hidden = await openValue(sealed, placeOf(collection, found._id));
      return { ...found, state: joined(state, hidden), known: { state, sealed, hidden } };
    },
  };
}

const asBytes = ({ key, cipher, dataKey, nonce, content }: SealedValue): SealedValue => ({
  ...{ key, cipher },
  ...{ dataKey: plainBuffer(dataKey), nonce: plainBuffer(nonce), content: plainBuffer(content) },
});

/** Of a database in which nothing is sealed. */
export const inTheClear: DocumentSeals = {
  collections: [],
  seals: () => false,
  isDue: () => false,
  toStore: (_collection, _id, state) => ({ state }),
  requests: requestSeals({
    seal: async () => undefined,
    open: async () => {
      throw new Error('sealed, in a database without keys');
    },
  }),
  async open(_collection, found) {
    return { ...found, known: { state: found.state } };
  },
};
