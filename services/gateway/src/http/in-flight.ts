import { Problem } from './problem';
import { shortWait } from './refusals';

/** Gives a place back; a second call does nothing. */
export type Leave = () => void;

/** A bound on what is under way at once. Past it the answer is 503 at once, not a queue nobody sees. */
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
 * Places whose number follows how soon they come free. Taking in more than can be done makes everybody wait, and leaves
 * a backlog; so a wait beyond `slowMs` makes fewer of them, quickly, and answers in time make more, one by one.
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
      // What was never used up says nothing about more.
      if (this.taken * 2 > this.limit) this.limit = Math.min(this.most, this.limit + growth / this.limit);
    } else if (now >= this.nextCut) {
      this.limit = Math.max(this.least, this.limit * cut);
      // Those that are under way were let in by the old number.
      this.nextCut = now + this.slowMs / 2;
    }
  }
}

const growth = 4;
const cut = 0.8;

const overloaded = (): Problem =>
  new Problem(503, 'overloaded', 'Too many requests are under way: try again in a moment.', { headers: shortWait });

/** Places that one person could hold for long, so each person gets a part of them at most. */
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

  /** @throws Problem 429 when the person has their part, 503 when the places are not free. */
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
