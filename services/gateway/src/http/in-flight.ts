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
    if (this.taken + size > this.most)
      throw new Problem(503, 'overloaded', 'Too many requests are under way: try again in a moment.', {
        headers: shortWait,
      });
    this.taken += size;
    return once(() => (this.taken -= size));
  }
}

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
