import type { Log } from '@lianban/telemetry';
import type { HolidayCollections, TakenHolidays } from './holiday-documents';

/** The calendar of a service, to which its city adds a year while it runs. */
export interface RunningHolidays {
  /** Counts by these tables too from now on. @throws when one cannot be read: the former stay in use */
  use(taken: readonly TakenHolidays[]): void;
  /** The last moment that the tables in force at `now` cover. */
  tabledUntil(now: Date): Date;
}

export interface HolidayPorts {
  readonly collections: HolidayCollections;
  readonly processId: string;
  /** By the database's clock. */
  readonly now: () => Date;
  /** The city's time. */
  readonly cityNow: () => Date;
  readonly log: Log;
}

/** How often a process says what it counts by, at least. */
const tellEveryMs = 10_000;
/** What a process that has crashed said is kept so long. */
const keptS = 24 * 60 * 60;
const dayMs = 24 * 60 * 60 * 1000;
/** From the first of December on, next year's table is missed. */
const missedInDays = 31;
const upsert = { upsert: true } as const;

/** Lets one process count by the holiday tables that its city has taken. */
export class HolidayWatch {
  private years: readonly number[] = [];
  private seen: string | undefined;
  private refused: string | undefined;
  private toldAt = -Infinity;
  private missedAt = -Infinity;

  constructor(
    private readonly holidays: RunningHolidays,
    private readonly ports: HolidayPorts,
  ) {}

  /** Why it does not count by a table that was taken; empty when it does. */
  get sentences(): readonly string[] {
    return this.refused === undefined ? [] : [`a holiday table cannot be used: ${this.refused}`];
  }

  /** How many days from now on the tables cover. */
  get daysLeft(): number {
    const now = this.ports.cityNow();
    return (this.holidays.tabledUntil(now).getTime() - now.getTime()) / dayMs;
  }

  /** Takes the tables there are, before the service starts. */
  async open(): Promise<void> {
    await this.ports.collections.uses.createIndex({ at: 1 }, { expireAfterSeconds: keptS });
    await this.look();
  }

  /** Takes a table that came since. */
  async look(): Promise<void> {
    const taken = await this.ports.collections.taken.find({}).sort({ _id: 1 }).toArray();
    const seen = taken.map(({ _id }) => _id).join(' ');
    if (seen !== this.seen) this.use(taken);
    this.seen = seen;
    this.sayMissed();
    if (performance.now() - this.toldAt > tellEveryMs) await this.tell();
  }

  /** A process that has ended is not waited for. */
  async end(): Promise<void> {
    await this.ports.collections.uses.deleteOne({ _id: this.ports.processId });
  }

  private use(taken: readonly TakenHolidays[]): void {
    const { log } = this.ports;
    this.toldAt = -Infinity;
    try {
      this.holidays.use(taken);
      this.years = taken.map(({ _id }) => _id);
      this.refused = undefined;
      if (taken.length > 0) log.info({ years: this.years }, 'holiday tables in use');
    } catch (error) {
      this.refused = error instanceof Error ? error.message : String(error);
      log.warn({ reason: this.refused }, 'a holiday table cannot be used: the former stay in use');
    }
  }

  /** Once a day. */
  private sayMissed(): void {
    const { daysLeft } = this;
    if (daysLeft >= missedInDays || performance.now() - this.missedAt < dayMs) return;
    this.missedAt = performance.now();
    this.ports.log.warn(
      { days: Math.floor(daysLeft) },
      'the holiday tables end: later dates are provisional until the city takes the next one (lianban-ops holidays take)',
    );
  }

  private async tell(): Promise<void> {
    const { collections, processId: _id, now } = this.ports;
    const refused = this.refused === undefined ? {} : { refused: this.refused };
    await collections.uses.replaceOne({ _id }, { years: this.years, at: now(), ...refused }, upsert);
    this.toldAt = performance.now();
  }
}
