import { type Refusal, refuse } from '@lianban/model';

/**
 * Four eyes: what one person asks for happens when another approves it. Whatever needs a second person keeps its ask in this
 * shape, so that both names stay with the case; what is asked for stands beside it.
 */
export interface Ask {
  readonly status: 'asked' | 'approved' | 'refused' | 'withdrawn' | 'lapsed';
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly answeredBy?: string;
  readonly answeredAt?: Date;
}

const noneAsked: Readonly<Record<AskAbout, Refusal>> = {
  extension: refuse('no-extension-asked', 'Nobody asked to extend the limits of this case.'),
  decision: refuse('no-decision-asked', 'No decision on this case waits for approval.'),
  correction: refuse('no-correction-asked', 'No correction of this decision waits for approval.'),
};
const secondPerson = refuse(
  'second-person-needed',
  'You asked for this yourself: another supervisor approves or declines it.',
);
const notYours = refuse('not-your-ask', 'Somebody else asked for this: they withdraw it, or a supervisor declines it.');

/** What on a case needs a second person. */
export type AskAbout = 'extension' | 'decision' | 'correction';

/** The ask while it waits for an answer. */
export const waiting = <A extends Ask>(ask: A | undefined): A | undefined =>
  ask?.status === 'asked' ? ask : undefined;

/** The waiting ask, for somebody else than whoever asked. */
export const answerable = <A extends Ask>(about: AskAbout, ask: A | undefined, person: string): A | Refusal => {
  const open = waiting(ask);
  if (!open) return noneAsked[about];
  return open.askedBy === person ? secondPerson : open;
};

/** The refusal unless `person` asked for it and nobody has answered. */
export const withdrawable = (about: AskAbout, ask: Ask | undefined, person: string): Refusal | undefined => {
  const open = waiting(ask);
  if (!open) return noneAsked[about];
  return open.askedBy === person ? undefined : notYours;
};

type Answered = Exclude<Ask['status'], 'asked' | 'lapsed'>;

export const answeredAsk = <A extends Ask>(
  ask: A | undefined,
  status: Answered,
  { officer, at }: { readonly officer: string; readonly at: Date },
): A => {
  if (!ask) throw new Error('Something was answered that nobody asked for');
  return { ...ask, status, answeredBy: officer, answeredAt: at };
};

/** Nobody answered it, and there is nothing left to answer. */
export const lapsed = <A extends Ask>(ask: A): A => (ask.status === 'asked' ? { ...ask, status: 'lapsed' } : ask);
