import type { Parking } from '../consume';
import type { Consumer } from '../kafka';
import type { Relay } from '../store';
import { observe } from '../telemetry';

/** The figures an operator is woken by, read whenever they are exported. Returns what ends them. */
export function observeService(
  service: string,
  relay: Relay,
  parking: Parking,
  consumer: Consumer | undefined,
): () => void {
  const ageOf = (at: number | undefined) => (at === undefined ? 0 : Math.max(0, Date.now() - at));
  const ends = [
    observe(
      'lianban.outbox.oldest_age',
      'Age of the oldest unpublished batch in ms',
      () => ageOf(relay.oldestPendingAt),
      {
        service,
      },
    ),
    observe('lianban.consume.parked_keys', 'Keys that wait for an operator', () => parking.size, { service }),
    observe(
      'lianban.consume.oldest_age',
      'Age of the oldest unprocessed record in ms',
      () => ageOf(consumer?.progress().oldestUnhandledAt),
      { service },
    ),
    observe('lianban.consume.lag', 'Records not processed yet', () => consumer?.progress().lag ?? 0, { service }),
  ];
  return () => ends.forEach((end) => end());
}
