import { isDeepStrictEqual } from 'node:util';
import type { CatalogueText } from '@lianban/catalogue';
import type { Log } from '@lianban/telemetry';
import type { CatalogueCollections, CatalogueUse } from './documents';

/** What of a service an operator changes while it runs. */
export interface RunningCatalogue {
  /** Uses these files from now on; without any, those that come with the service. @throws when it cannot: the former stay in use */
  use(files: readonly CatalogueText[] | undefined): void;
  /** The files that come with the service, for whoever changes some of them: of one service of the city alone. */
  readonly shipped?: readonly CatalogueText[];
  /** The items it has rules for: permits/shopfront-sign. */
  readonly rules?: readonly string[];
}

export interface WatchPorts {
  readonly collections: CatalogueCollections;
  readonly processId: string;
  /** By the database's clock. */
  readonly now: () => Date;
  readonly log: Log;
}

/** How often a process says what it runs, at least. */
const tellEveryMs = 10_000;
/** Of versions that cannot be used, so many are passed over. */
const mostLookedAt = 10;
/** What a process that has crashed said is kept so long. */
const keptS = 24 * 60 * 60;
const upsert = { upsert: true } as const;
const bySetup = { operator: '', reason: 'comes with the service' } as const;

/** Lets one process of a service run on the newest catalogue that its city has taken and that it can use. */
export class CatalogueWatch {
  version = 0;
  private refused: CatalogueUse['refused'];
  private newest: number | undefined;
  private toldAt = -Infinity;

  constructor(
    private readonly catalogue: RunningCatalogue,
    private readonly ports: WatchPorts,
  ) {}

  /** What it does not run, and why; empty when it runs the newest. */
  get sentences(): readonly string[] {
    const { refused, version } = this;
    return refused ? [`catalogue version ${refused.version} cannot be used, ${version} is: ${refused.reason}`] : [];
  }

  /** Puts the newest version into use, before the service starts. */
  async open(): Promise<void> {
    const { collections, now, log } = this.ports;
    await collections.uses.createIndex({ at: 1 }, { expireAfterSeconds: keptS });
    const { shipped } = this.catalogue;
    if (shipped) await collections.taken.replaceOne({ _id: 0 }, { files: shipped, at: now(), ...bySetup }, upsert);
    await this.look();
    if (shipped && (await this.isAnother(shipped)))
      log.info(
        { version: this.version },
        'the city has taken another catalogue than comes with the service: it is used',
      );
  }

  /** Takes a version that came or was withdrawn since. @returns whether another one is in use than before */
  async look(): Promise<boolean> {
    const before = this.version;
    const found = await this.versions();
    if (found[0] !== this.newest) {
      await this.useNewest(found);
      this.newest = found[0];
      this.toldAt = -Infinity;
    }
    if (performance.now() - this.toldAt > tellEveryMs) await this.tell();
    return this.version !== before;
  }

  /** A process that has ended is not waited for. */
  async end(): Promise<void> {
    await this.ports.collections.uses.deleteOne({ _id: this.ports.processId });
  }

  private async isAnother(shipped: readonly CatalogueText[]): Promise<boolean> {
    if (this.version === 0) return false;
    const found = await this.ports.collections.taken.findOne({ _id: this.version });
    const byLabel = (files: readonly CatalogueText[]) => new Map(files.map(({ label, text }) => [label, text]));
    return !isDeepStrictEqual(byLabel(found?.files ?? []), byLabel(shipped));
  }

  /** Newest first. */
  private async versions(): Promise<readonly number[]> {
    const { taken } = this.ports.collections;
    const some = taken.find({ _id: { $gt: 0 }, isWithdrawn: { $exists: false } }, { projection: { _id: 1 } });
    return (await some.sort({ _id: -1 }).limit(mostLookedAt).toArray()).map(({ _id }) => _id);
  }

  private async useNewest(versions: readonly number[]): Promise<void> {
    this.refused = undefined;
    for (const version of [...versions, 0]) {
      if (version === this.version) return;
      if (await this.use(version)) return;
    }
  }

  private async use(version: number): Promise<boolean> {
    const { collections, log } = this.ports;
    const found = version === 0 ? undefined : await collections.taken.findOne({ _id: version });
    try {
      this.catalogue.use(found?.files);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.refused ??= { version, reason };
      log.warn({ version, reason }, 'catalogue cannot be used: the former stays in use');
      return false;
    }
    this.version = version;
    log.info({ version }, 'catalogue in use');
    return true;
  }

  private async tell(): Promise<void> {
    const { collections, processId: _id, now } = this.ports;
    const { version, refused, catalogue } = this;
    const use = { version, rules: [...(catalogue.rules ?? [])], at: now(), ...(refused && { refused }) };
    await collections.uses.replaceOne({ _id }, use, upsert);
    this.toldAt = performance.now();
  }
}
