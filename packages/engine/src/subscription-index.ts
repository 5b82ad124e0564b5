import { sourceOf } from './cloud-event';
import type { Hears } from './subscription';

/** What a service listens to, with what each record of the topic is compared with, worked out once. */
export interface Listening extends Hears {
  /** The service whose topic it is. */
  readonly owner: string;
  /** Its ce_source. */
  readonly source: string;
}

export function listening(hears: Hears): Listening {
  const owner = hears.topic.replace(/\.v\d+$/, '');
  return { ...hears, owner, source: sourceOf(owner) };
}
