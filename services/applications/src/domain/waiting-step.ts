export type DecidedBy = 'rule' | 'officer';
export type WaitsFor = 'officer' | 'resident' | 'notice' | 'facts';

/** What applications asked of a department. */
export interface Requested {
  readonly department: string;
  readonly item: string;
  readonly decidedBy: DecidedBy;
  readonly at: Date;
}

/** What one department said of the step so far. */
interface Said {
  readonly supplementsAsked: number;
  readonly pause?: string;
  readonly isOver?: true;
}

/** An open step as the board counts it. */
export interface OpenStep {
  readonly department: string;
  readonly item: string;
  readonly waitsFor: WaitsFor;
  readonly since: Date;
}

/**
 * A step, from what applications and departments say of it, each on its own topic. Either may be read first, so what each
 * said is kept apart; whom the step waits for follows from both. Of one that is over nothing else is kept.
 */
export interface WaitingStep {
  readonly requested?: Requested;
  readonly supplementsProvided?: number;
  /** By department: one that was not asked changes nothing. */
  readonly said?: Readonly<Record<string, Said>>;
  readonly open?: OpenStep;
  readonly isOver?: true;
  /** How often a person was asked to look at a refusal, and how often it ended: each review has an end of its own. */
  readonly reviews?: number;
  readonly ends?: number;
}

export const unknownStep: WaitingStep = {};

export const requested = (step: WaitingStep, by: Requested): WaitingStep => settled({ ...step, requested: by });

export const supplementProvided = (step: WaitingStep): WaitingStep =>
  settled({ ...step, supplementsProvided: (step.supplementsProvided ?? 0) + 1 });

export const supplementAsked = (step: WaitingStep, department: string): WaitingStep =>
  says(step, department, (said) => ({ ...said, supplementsAsked: said.supplementsAsked + 1 }));

export const paused = (step: WaitingStep, department: string, pause: string): WaitingStep =>
  says(step, department, (said) => ({ ...said, pause }));

export const resumed = (step: WaitingStep, department: string): WaitingStep =>
  says(step, department, ({ supplementsAsked, isOver }) => ({ supplementsAsked, ...(isOver && { isOver }) }));

export const over = (step: WaitingStep, department: string): WaitingStep =>
  step.isOver
    ? closed({ ...step, ends: endsOf(step) + 1 })
    : says(step, department, (said) => ({ ...said, isOver: true }));

/** A person is asked to look at a refusal; the end of that may be read first. */
export const reviewed = (step: WaitingStep, by: Requested): WaitingStep => {
  const reviews = (step.reviews ?? 0) + 1;
  if (!step.isOver) return settled({ ...step, requested: by, reviews });
  const ends = endsOf(step);
  return reviews < ends ? closed({ ...step, reviews }) : settled({ requested: by, reviews, ends });
};

/** Of one that was over before ends were counted: once. */
const endsOf = ({ ends, isOver }: WaitingStep): number => ends ?? (isOver ? 1 : 0);

const says = (step: WaitingStep, department: string, change: (said: Said) => Said): WaitingStep => {
  const { [department]: said = { supplementsAsked: 0 } } = step.said ?? {};
  return settled({ ...step, said: { ...step.said, [department]: change(said) } });
};

const closed = ({ reviews, ends }: WaitingStep): WaitingStep => ({
  isOver: true,
  ...(reviews !== undefined && { reviews }),
  ...(ends !== undefined && { ends }),
});

/** Of a step that ends, nothing is kept, unless it is looked at again by then. */
function ended(step: WaitingStep): WaitingStep {
  const { requested: by, reviews = 0 } = step;
  const ends = endsOf(step) + 1;
  const counts = reviews === 0 ? {} : { reviews, ends };
  return by && ends <= reviews ? settled({ requested: by, ...counts }) : closed(counts);
}

/** The step with whom it waits for now. */
function settled(step: WaitingStep): WaitingStep {
  const { requested: by, supplementsProvided = 0, said = {} } = step;
  const inHand = by && said[by.department];
  if (step.isOver) return closed(step);
  if (inHand?.isOver) return ended(step);
  if (!by) return step;
  const { department, item, at: since } = by;
  return { ...step, open: { department, item, since, waitsFor: waitsForOf(by, inHand, supplementsProvided) } };
}

/** A department asks again only after it was answered: it waits for the resident while it asked more often than was provided. */
function waitsForOf({ decidedBy }: Requested, said: Said | undefined, provided: number): WaitsFor {
  if (said && said.supplementsAsked > provided) return 'resident';
  if (said?.pause === 'public-notice') return 'notice';
  return decidedBy === 'officer' ? 'officer' : 'facts';
}

/** The steps of one application that were asked for: one document, because most of them change together. */
export interface WaitingApplication {
  readonly steps: Readonly<Record<string, WaitingStep>>;
  readonly open: readonly OpenStep[];
}

export const withStep = (
  { steps: before }: WaitingApplication,
  id: string,
  change: (step: WaitingStep) => WaitingStep,
): WaitingApplication => {
  const steps = { ...before, [id]: change(before[id] ?? unknownStep) };
  return { steps, open: Object.values(steps).flatMap(({ open }) => open ?? []) };
};
