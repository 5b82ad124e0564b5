import { Problem } from './problem';
import { shortWait } from './refusals';

/** Releases a place; a second call does nothing. */
export type Leave = () => void;

/** A limit on concurrent work. Over the limit the answer is 503 at once, instead of a hidden queue. */
export class Places {
  private taken = 0;

  constructor(private readonly most: number) {}

  /** @throws Problem 503 when `size` places are not free. */
  take(size = 1): Leave {
    if (this.taken + size > this.most) throw overloaded();
    this.taken += size;
    return once(() => (this.taken -= size));
  }
}

/**
 * An adaptive limit. Admitting more than can be done makes everybody wait and builds a backlog; so a place held longer
 * than `slowMs` lowers the limit quickly, and places released in time raise it one by one.
 */
export class AdaptivePlaces {
  private limit: number;
  private taken = 0;
  private nextCut = 0;

  constructor(
    private readonly least: number,
    private readonly most: number,
    private readonly slowMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.limit = most;
  }

  /** @throws Problem 503 when no place is free */
  take(): Leave {
    if (this.taken >= this.limit) throw overloaded();
    this.taken += 1;
    const began = this.now();
    return once(() => {
      this.learn(this.now(), began);
      this.taken -= 1;
    });
  }

  private learn(now: number, began: number): void {
    if (now - began <= this.slowMs) {
      // A limit that was not reached says nothing about a higher one.
      if (this.taken * 2 > this.limit) this.limit = Math.min(this.most, this.limit + growth / this.limit);
    } else if (now >= this.nextCut) {
      this.limit = Math.max(this.least, this.limit * cut);
      // Requests in flight were admitted under the previous limit.
      this.nextCut = now + this.slowMs / 2;
    }
  }
}

const growth = 4;
const cut = 0.8;

const overloaded = (): Problem =>
  new Problem(503, 'overloaded', 'Too many requests are under way: try again in a moment.', { headers: shortWait });

/** A limit in all and per person, for places that one person could hold for long. */
export class PersonalPlaces {
  private readonly places: Places;
  private readonly held = new Map<string, number>();

  constructor(
    most: number,
    private readonly mostEach: number,
    private readonly told: string,
  ) {
    this.places = new Places(most);
  }

  /** @throws Problem 429 when the person is at their limit, 503 when too few places are free. */
  take(person: string, size = 1): Leave {
    const held = this.held.get(person) ?? 0;
    if (held + size > this.mostEach)
      throw new Problem(429, 'too-many-at-once', this.told, { headers: { 'Retry-After': '10' } });
    const leave = this.places.take(size);
    this.held.set(person, held + size);
    return once(() => {
      leave();
      const left = (this.held.get(person) ?? size) - size;
      if (left > 0) this.held.set(person, left);
      else this.held.delete(person);
    });
  }
}

function once(act: () => void): Leave {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}
