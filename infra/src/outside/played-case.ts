import { holidays } from '@lianban/casework';
import type { outside } from '@lianban/catalogue';
import { casework } from '@lianban/protos';

const { v1 } = casework;
const { chineseWorkingDays: calendar } = holidays;
const dayMs = 24 * 60 * 60 * 1000;

/** What applications asks of an outside department about one step. */
export type Asked =
  | { readonly type: 'requested'; readonly request: casework.v1.StepRequested }
  | { readonly type: 'objected'; readonly objection: string; readonly review: boolean; readonly at: Date }
  | { readonly type: 'cancelled'; readonly at: Date }
  | { readonly type: 'compensated'; readonly at: Date };

type SaidType = 'StepAccepted' | 'StepDecided' | 'StepCancelled' | 'StepCompensated' | 'ObjectionDismissed';

/** One message about the step, with its place among them: the same whenever it is said again. */
export interface Said {
  readonly type: SaidType;
  readonly value: object;
  readonly at: Date;
  readonly sequence: number;
}

/**
 * One step in the hands of an outside department, played: it accepts at once and decides after a while, as its file says. Every word is made
 * of what was asked and when, so whoever is asked the same again says the same.
 */
export class PlayedCase {
  private said = 0;
  private request: casework.v1.StepRequested | undefined;
  private open = false;
  private granted = false;

  constructor(private readonly plays: readonly outside.Play[]) {}

  /** Whether its decision is still to come. */
  get isOpen(): boolean {
    return this.open;
  }

  /** From the request to the decision. */
  get afterMs(): number {
    return (this.play?.afterSeconds ?? 0) * 1000;
  }

  hear(asked: Asked): readonly Said[] {
    switch (asked.type) {
      case 'requested':
        return this.request ? [] : this.receive(asked.request);
      case 'objected': {
        const reason = asked.review ? 'no-review-open' : 'no-notice-open';
        const { objection, at } = asked;
        return this.say('ObjectionDismissed', at, { objection, reason, dismissedAt: at });
      }
      case 'cancelled':
        // Decided already: that was the answer.
        if (!this.open) return [];
        this.open = false;
        return this.say('StepCancelled', asked.at, { cancelledAt: asked.at });
      case 'compensated':
        return this.granted ? this.say('StepCompensated', asked.at, { compensatedAt: asked.at }) : [];
    }
  }

  /** Its time has come. */
  decide(): readonly Said[] {
    if (!this.open || !this.request) return [];
    this.open = false;
    const { ref, answers = {}, requestedAt, decidedBy } = this.request;
    const { play } = this;
    const at = new Date((requestedAt?.getTime() ?? 0) + this.afterMs);
    const common = { grounds: [], decidedBy, decidedAt: at };
    const reason = play ? (isMarked(play, answers) ? play.refused?.reason : undefined) : 'item-not-offered';
    if (reason !== undefined)
      return this.say('StepDecided', at, { outcome: v1.Outcome.REFUSED, reason, facts: {}, ...common });
    this.granted = true;
    const facts = filledIn(play?.facts ?? {}, ref?.applicationNumber ?? '');
    return this.say('StepDecided', at, { outcome: v1.Outcome.GRANTED, reason: 'conditions-met', facts, ...common });
  }

  private get play(): outside.Play | undefined {
    return this.plays.find(({ item }) => item === this.request?.ref?.item);
  }

  private receive(request: casework.v1.StepRequested): readonly Said[] {
    this.request = request;
    this.open = true;
    const at = request.requestedAt ?? new Date(0);
    return this.say('StepAccepted', at, { acceptedAt: at, deemed: false, ...limitsOf(request, at) });
  }

  private say(type: SaidType, at: Date, value: object): readonly Said[] {
    this.said += 1;
    return [{ type, at, sequence: this.said, value: { ref: this.request?.ref, ...value } }];
  }
}

const isMarked = ({ refused }: outside.Play, answers: Readonly<Record<string, unknown>>): boolean =>
  refused !== undefined && answers[refused.answer] === refused.is;

const filledIn = (facts: outside.Play['facts'], number: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('{number}', number) : value,
    ]),
  );

function limitsOf({ promisedDays, statutoryDays, statutoryCalendarDays }: casework.v1.StepRequested, at: Date) {
  const promisedAt = calendar.add(at, promisedDays);
  const statutoryAt =
    statutoryCalendarDays === undefined
      ? calendar.add(at, statutoryDays)
      : calendar.add(new Date(at.getTime() + statutoryCalendarDays * dayMs), 0);
  const isProvisional = (date: Date) => date > calendar.tabledUntil;
  return {
    promisedAt,
    statutoryAt,
    promisedProvisional: isProvisional(promisedAt),
    statutoryProvisional: isProvisional(statutoryAt),
  };
}
