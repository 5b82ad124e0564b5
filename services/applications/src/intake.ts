import type { Refusal } from '@lianban/model';
import { type Examined, LARGEST_SENT, type Examiner, type Scan, unfit } from '@lianban/papers';

/** Bytes of files held at once while they arrive and are read, in all and of one person. */
const MOST_HELD = 100 * 1024 * 1024;
const MOST_HELD_EACH = 2 * LARGEST_SENT;

/** Takes files as they are sent: whole, scanned where there is a scanner, and read by a process of its own. */
export interface Intake {
  /**
   * The paper made of a file. The file is held in memory until then, because it is kept only as what was made of it.
   * @throws what `parts` throws
   */
  take(ownerId: string, parts: AsyncIterable<Uint8Array>): Promise<Examined>;
  readonly preview: Examiner['preview'];
}

/** @param scan of a virus scanner; undefined where the city has none: then files are taken unscanned */
export function paperIntake({ examine, preview }: Examiner, scan: Scan | undefined): Intake {
  const held = new Map<string, number>();
  let all = 0;
  const hold = (ownerId: string, bytes: number): void => {
    all += bytes;
    const each = (held.get(ownerId) ?? 0) + bytes;
    if (each === 0) held.delete(ownerId);
    else held.set(ownerId, each);
  };
  const isFull = (ownerId: string) => all > MOST_HELD || (held.get(ownerId) ?? 0) > MOST_HELD_EACH;

  return {
    preview,
    async take(ownerId, parts) {
      const collected: Uint8Array[] = [];
      let size = 0;
      try {
        for await (const part of parts) {
          size += part.length;
          hold(ownerId, part.length);
          if (size > LARGEST_SENT) return unfit.large;
          if (isFull(ownerId)) return unfit.busy;
          collected.push(part);
        }
        const file = Buffer.concat(collected);
        return (await unclean(file, scan)) ?? (await examine(file));
      } finally {
        hold(ownerId, -size);
      }
    },
  };
}

/** The file as it was sent is scanned, before anything decodes it. What could not be scanned is not taken. */
async function unclean(file: Uint8Array, scan: Scan | undefined): Promise<Refusal | undefined> {
  if (!scan || file.length === 0) return undefined;
  const scanned = await scan(file);
  if (scanned === 'clean') return undefined;
  return scanned === 'infected' ? unfit.infected : unfit.unscanned;
}
