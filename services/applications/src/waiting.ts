import { contradictionOf } from '@lianban/casework';
import type { EventEnvelope } from '@lianban/inbox';
import { type applications, casework } from '@lianban/protos';
import { type ProjectedTopic, type Projection, type Seeded, change as viewChange, placeOf } from '@lianban/projection';
import type { App } from '@lianban/runtime';
import { requestTopics } from '@lianban/steps';
import { APPLICATIONS } from './aggregate-types';
import type { ApplicationState } from './domain/application';
import type { Plans } from './domain/plan';
import { waitingOf } from './domain/seed-waiting';
import { isOfStep } from './domain/step-subject';
import {
  type OpenStep,
  type WaitingApplication,
  type WaitingStep,
  over,
  paused,
  requested,
  resumed,
  reviewed,
  supplementAsked,
  supplementProvided,
  withStep,
} from './domain/waiting-step';

const { v1 } = casework;

type Ref = casework.v1.StepRef | undefined;
const departmentOf = (ref: Ref): string => ref?.department ?? '';
/** Every message this projection is made of names its step. */
const naming = (topic: ProjectedTopic): ProjectedTopic => ({
  ...topic,
  contradiction: (message, envelope) =>
    departmentOf((message as { readonly ref?: Ref }).ref) === ''
      ? 'the reference to its step is missing'
      : topic.contradiction?.(message, envelope),
});
const stepOf = ({ key, subject }: EventEnvelope): string => subject.slice(key.length + 1);

/** What a message says of its step makes of the application. */
const says = <T>(
  { $type, decode }: { $type: string; decode(input: Uint8Array): T },
  change: (step: WaitingStep, message: T, envelope: EventEnvelope) => WaitingStep,
) =>
  viewChange({ $type, decode }, (application: WaitingApplication, message: T, envelope) =>
    withStep(application, stepOf(envelope), (step) => change(step, message, envelope)),
  );
const closes = (type: { $type: string; decode(input: Uint8Array): { ref: Ref } }) =>
  says(type, (step, { ref }) => over(step, departmentOf(ref)));

const own: ProjectedTopic = {
  topic: requestTopics.SHARED,
  owner: requestTopics.ASKER,
  contradiction: (message, envelope) =>
    contradictionOf(message, envelope, departmentOf((message as { readonly ref?: Ref }).ref)),
};

/**
 * Where applications wait: one document an application, from what applications and all departments say of it.
 * @param asked whom applications asks; it may have said the same on a topic of each and, before there were any, on that of all
 */
export const waitingProjection = (
  departments: () => readonly ProjectedTopic[],
  asked: () => readonly string[],
  plans: Plans,
): Projection<WaitingApplication> => ({
  name: 'waiting',
  get topics() {
    const requests = asked().map((name) => ({ ...own, topic: requestTopics.of(name) }));
    return [own, ...requests, ...departments()].map(naming);
  },
  documentOf: ({ key, subject }) => (isOfStep(subject) ? key : undefined),
  initial: { steps: {}, open: [] },
  seed: { aggregate: APPLICATIONS.name, viewsOf: (document) => seeded(document, plans) },
  changes: [
    says(v1.StepRequested, (step, { ref, decidedBy, requestedAt }, envelope) =>
      requested(step, {
        department: departmentOf(ref),
        item: ref?.item ?? '',
        decidedBy: decidedBy === v1.DecidedBy.RULE ? 'rule' : 'officer',
        at: requestedAt ?? envelope.at,
      }),
    ),
    says(v1.SupplementProvided, (step) => supplementProvided(step)),
    says(v1.ObjectionRaised, (step, { ref, review, raisedAt }, envelope) =>
      review
        ? reviewed(step, {
            department: departmentOf(ref),
            item: ref?.item ?? '',
            decidedBy: 'officer',
            at: raisedAt ?? envelope.at,
          })
        : step,
    ),
    says(v1.ObjectionDismissed, (step, { ref, reason }) =>
      noReview.includes(reason) ? over(step, departmentOf(ref)) : step,
    ),
    // Its answer is given already: nobody waits for the department's.
    says(v1.StepCancellationRequested, (step, { ref, reason }) =>
      reason === 'taken-over' ? over(step, departmentOf(ref)) : step,
    ),
    says(v1.SupplementRequested, (step, { ref }) => supplementAsked(step, departmentOf(ref))),
    says(v1.ClockPaused, (step, { ref, reason }) => paused(step, departmentOf(ref), reason)),
    says(v1.ClockResumed, (step, { ref }) => resumed(step, departmentOf(ref))),
    closes(v1.StepDecided),
    closes(v1.StepCancelled),
    closes(v1.StepCompensated),
  ],
  indexes: [{ fields: { 'view.open.department': 1 }, partial: isOpen }],
});

/** With these a department says that it does not look at a refusal again. */
const noReview: readonly string[] = ['no-review-open', 'item-not-offered'];

const isOpen = { 'view.open.department': { $gt: '' } };

type Stored = Parameters<NonNullable<Projection<WaitingApplication>['seed']>['viewsOf']>[0];

/**
 * The decisions that were asked for, each as far as the application has said and heard. What it said to city services counts in the
 * sequence of its topic, and nobody waits there.
 */
function seeded({ _id: number, state, seen, sent }: Stored, plans: Plans): readonly Seeded<WaitingApplication>[] {
  const application = state as ApplicationState;
  const steps = plans(application.package, application.packageVersion)?.steps ?? [];
  const asked = steps.filter(({ id }) => sent[`${number}/${id}`] !== undefined);
  if (asked.length === 0) return [];
  const upTo: Record<string, number> = {};
  let view: WaitingApplication = { steps: {}, open: [] };
  for (const step of asked) {
    const subject = `${number}/${step.id}`;
    upTo[placeOf(number, { source: own.owner, subject })] = sent[subject] ?? 0;
    if (step.kind !== 'decision') continue;
    view = withStep(view, step.id, () => waitingOf(application, step));
    const heard = seen[`${step.department}:${subject}`];
    if (heard !== undefined) upTo[placeOf(number, { source: step.department, subject })] = heard;
  }
  return [{ id: number, view, seen: upTo }];
}

interface Group {
  readonly _id: Omit<OpenStep, 'since'>;
  readonly steps: number;
  readonly oldest: Date;
}

/** The open steps by department, item and whom they wait for. */
export async function listWaiting(
  app: App,
  waiting: Projection<WaitingApplication>,
): Promise<applications.v1.WaitingSteps[]> {
  const { department, item, waitsFor, since } = {
    department: '$view.open.department',
    item: '$view.open.item',
    waitsFor: '$view.open.waitsFor',
    since: '$view.open.since',
  };
  const groups = await app.summarizeView<Group>(waiting, [
    { $match: isOpen },
    { $unwind: '$view.open' },
    { $group: { _id: { department, item, waitsFor }, steps: { $sum: 1 }, oldest: { $min: since } } },
    { $sort: { _id: 1 } },
  ]);
  return groups.map(({ _id, steps, oldest }) => ({ ..._id, steps, oldest }));
}
