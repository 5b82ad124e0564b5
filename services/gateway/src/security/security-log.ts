import type { residents } from '@lianban/protos';
import { isRefusal } from '@lianban/model';
import { type Log, gatewayCounters } from '@lianban/telemetry';
import type { ServiceClient } from '@lianban/grpc';
import { looksAtPeople } from './acts';
import { refusalsLimit, seriesWatch, trawlLimit } from './series';

type Client = Pick<ServiceClient<typeof residents.v1.SecurityLogServiceService>, 'record'>;
export type SecurityKind =
  'sign-in' | 'session-ended' | 'refusal' | 'id-search' | 'disclosure' | 'mandate' | 'take-over' | 'mending';

export interface SecurityHappening {
  readonly kind: SecurityKind | undefined;
  readonly who: string;
  readonly what: string;
  /** Ids from the address. */
  readonly about: string;
  /** Of whom it told, when it told of somebody: counted, and not written down. */
  readonly person: string;
  readonly whence: string;
  readonly outcome: string;
}

/** Takes note of what happens. Nobody waits for it; `flush` sends what has gathered. */
export interface SecurityLog {
  note(happening: SecurityHappening): void;
  flush(): Promise<void>;
}

const mostWaiting = 10_000;
const mostAtOnce = 500;

export function securityLog(client: Client, log: Log, now: () => Date = () => new Date()): SecurityLog {
  let waiting: residents.v1.SecurityEvent[] = [];
  // Under way to the service: these are not added to any more.
  let sending = 0;
  let lost = 0;
  const isRefusalSeries = seriesWatch(refusalsLimit);
  const isTrawl = seriesWatch(trawlLimit);
  let n = 0;
  // Without a beginning Prometheus would not see the first one.
  gatewayCounters.securityEvents();
  for (const series of ['refusals', 'trawl']) gatewayCounters.securitySeries().add(0, { series });

  const add = (event: Omit<residents.v1.SecurityEvent, 'at' | 'count'>, count = 1) => {
    const last = waiting.length > sending ? waiting.at(-1) : undefined;
    const isAlike = last && Object.entries(event).every(([name, text]) => last[name as keyof typeof event] === text);
    if (isAlike) last.count += count;
    else if (waiting.length < mostWaiting) waiting.push({ ...event, at: now(), count });
    else lost += count;
    gatewayCounters
      .securityEvents()
      .add(count, { kind: event.kind, outcome: event.outcome === 'done' ? 'done' : 'refused' });
  };
  const alarm = (series: 'refusals' | 'trawl', who: string, whence: string) => {
    gatewayCounters.securitySeries().add(1, { series });
    add({ kind: 'series', who, what: '', about: '', whence, outcome: series });
  };

  return {
    note({ kind, who, what, about, person, whence, outcome }) {
      const at = now().getTime();
      if (kind) add({ kind, who, what, about, whence, outcome });
      n += 1;
      if (kind === 'refusal' && isRefusalSeries(who || whence, String(n), at)) alarm('refusals', who, whence);
      if (person && looksAtPeople.includes(what) && isTrawl(who, person, at)) alarm('trawl', who, whence);
    },

    async flush() {
      if (lost > 0) {
        const count = lost;
        lost = 0;
        add({ kind: 'lost', who: '', what: '', about: '', whence: '', outcome: 'too-many' }, count);
      }
      while (waiting.length > 0) {
        const events = waiting.slice(0, mostAtOnce);
        sending = events.length;
        const done = await client.record({ events }, {}).finally(() => (sending = 0));
        // Sent again it would be refused again: it is told here and gone.
        if (isRefusal(done)) log.error({ reason: done.refused, count: events.length }, 'security log refused events');
        waiting = waiting.slice(events.length);
      }
    },
  };
}
