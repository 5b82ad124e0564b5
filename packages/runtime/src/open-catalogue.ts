import { CatalogueWatch, catalogueCollections } from '@lianban/city-catalogue';
import type { Log } from '@lianban/telemetry';
import type { WritePath } from './open-write-path';
import type { Composition } from './service-spec';

export interface CatalogueInUse {
  readonly watch: CatalogueWatch | undefined;
  sentences(): readonly string[];
  /** Calls `listener` after another version has come into use. */
  onChange(listener: () => Promise<void>): void;
  look(this: void): Promise<void>;
  end(): Promise<void>;
}

/** Puts the newest catalogue that the city has taken into use, before anything of the service is opened that depends on it. */
export async function openCatalogue(
  { catalogue }: Pick<Composition, 'catalogue'>,
  { db, processId }: Pick<WritePath, 'db' | 'processId'>,
  log: Log,
): Promise<CatalogueInUse> {
  const collections = catalogueCollections(db.connection.getClient().db(db.connection.name));
  const ports = { collections, processId, now: () => new Date(db.now()), log };
  const watch = catalogue && new CatalogueWatch(catalogue, ports);
  await watch?.open();
  let changed = async (): Promise<void> => Promise.resolve();
  let isChanged = false;
  return {
    watch,
    sentences: () => watch?.sentences ?? [],
    onChange: (listener) => void (changed = listener),
    async look() {
      isChanged = (await watch?.look()) === true || isChanged;
      // Fails when the database does: the next look tries again.
      if (isChanged) await changed();
      isChanged = false;
    },
    end: async () => watch?.end(),
  };
}
