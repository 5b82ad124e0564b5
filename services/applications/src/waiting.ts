import { contradictionOf } from '@lianban/casework';
import { type applications, casework } from '@lianban/protos';
import { type ProjectedTopic, type Projection, type Seeded, change } from '@lianban/projection';
import type { App } from '@lianban/runtime';
import { APPLICATIONS } from './aggregate-types';
import type { ApplicationState } from './domain/application';
import type { Plans } from './domain/plan';
import { waitingOf } from './domain/seed-waiting';
import {
  type OpenStep,
  type WaitingStep,
  over,
  paused,
  requested,
  resumed,
  supplementAsked,
  supplementProvided,
  unknownStep,
} from './domain/waiting-step';

const { v1 } = casework;

type Ref = casework.v1.StepRef | undefined;
const departmentOf = (ref: Ref): string => {
  if (!ref || ref.department === '') throw new Error('the reference to its step is missing');
  return ref.department;
};
const closes = ({ $type, decode }: { $type: string; decode(input: Uint8Array): { ref: Ref } }) =>
  change({ $type, decode }, (step: WaitingStep, { ref }) => over(step, departmentOf(ref)));

const own: ProjectedTopic = {
  topic: 'applications.v1',
  owner: 'applications',
  contradiction: (message, envelope) =>
    contradictionOf(message, envelope, (message as { readonly ref?: Ref }).ref?.department ?? ''),
};

/** Where applications wait: one document a step, from what applications and all departments say of it. */
export const waitingProjection = (departments: readonly ProjectedTopic[], plans: Plans): Projection<WaitingStep> => ({
  name: 'waiting',
  topics: [own, ...departments],
  documentOf: ({ key, subject }) => (subject === key ? undefined : subject),
  initial: unknownStep,
  seed: { aggregate: APPLICATIONS.name, viewsOf: (document) => seeded(document, plans) },
  changes: [
    change(v1.StepRequested, (step: WaitingStep, { ref, decidedBy, requestedAt }, envelope) =>
      requested(step, {
        department: departmentOf(ref),
        item: ref?.item ?? '',
        decidedBy: decidedBy === v1.DecidedBy.RULE ? 'rule' : 'officer',
        at: requestedAt ?? envelope.at,
      }),
    ),
    change(v1.SupplementProvided, (step: WaitingStep) => supplementProvided(step)),
    // Its answer is given already: nobody waits for the department's.
    change(v1.StepCancellationRequested, (step: WaitingStep, { ref, reason }) =>
      reason === 'taken-over' ? over(step, departmentOf(ref)) : step,
    ),
    change(v1.SupplementRequested, (step: WaitingStep, { ref }) => supplementAsked(step, departmentOf(ref))),
    change(v1.ClockPaused, (step: WaitingStep, { ref, reason }) => paused(step, departmentOf(ref), reason)),
    change(v1.ClockResumed, (step: WaitingStep, { ref }) => resumed(step, departmentOf(ref))),
    closes(v1.StepDecided),
    closes(v1.StepCancelled),
    closes(v1.StepCompensated),
  ],
  indexes: [
    {
      fields: { 'view.open.department': 1, 'view.open.item': 1, 'view.open.waitsFor': 1, 'view.open.since': 1 },
      partial: isOpen,
    },
  ],
});

const isOpen = { 'view.open.department': { $gt: '' } };

type Stored = Parameters<NonNullable<Projection<WaitingStep>['seed']>['viewsOf']>[0];

/** The steps that were asked for, each as far as the application has said and heard. */
function seeded({ _id: number, state, seen, sent }: Stored, plans: Plans): readonly Seeded<WaitingStep>[] {
  const application = state as ApplicationState;
  const plan = plans(application.package, application.packageVersion);
  return (plan?.steps ?? []).flatMap((step) => {
    const id = `${number}/${step.id}`;
    const places = { [`${own.owner}:${id}`]: sent[id], [`${step.department}:${id}`]: seen[`${step.department}:${id}`] };
    const known = Object.entries(places).flatMap(([place, n]) => (n === undefined ? [] : [[place, n] as const]));
    if (sent[id] === undefined) return [];
    return [{ id, view: waitingOf(application, step), seen: Object.fromEntries(known) }];
  });
}

interface Group {
  readonly _id: Omit<OpenStep, 'since'>;
  readonly steps: number;
  readonly oldest: Date;
}

/** The open steps by department, item and whom they wait for. */
export async function listWaiting(app: App, waiting: Projection<WaitingStep>): Promise<applications.v1.WaitingSteps[]> {
  const { department, item, waitsFor, since } = {
    department: '$view.open.department',
    item: '$view.open.item',
    waitsFor: '$view.open.waitsFor',
    since: '$view.open.since',
  };
  const groups = await app.summarizeView<Group>(waiting, [
    { $match: isOpen },
    { $group: { _id: { department, item, waitsFor }, steps: { $sum: 1 }, oldest: { $min: since } } },
    { $sort: { _id: 1 } },
  ]);
  return groups.map(({ _id, steps, oldest }) => ({ ..._id, steps, oldest }));
}
