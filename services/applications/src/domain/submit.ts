import type { Decision, Refusal } from '@lianban/model';
import { advance } from './advance';
import type { ApplicationState } from './application';
import { by } from './by';
import { agreedTo } from './consent';
import type { SubmitApplication } from './commands';
import type { Draft } from './draft';
import type { ApplicationEvent } from './events';
import { type Plan, type Plans, narrowed } from './plan';

/**
 * Takes an application in and asks every department whose step can begin. The same submission again changes nothing.
 * Refused: "unknown-package" and "application-exists".
 */
export function submit(
  command: SubmitApplication,
  state: ApplicationState,
  { plans, begin }: { readonly plans: Plans; readonly begin: (plan: Plan) => Draft },
): Decision<ApplicationState, ApplicationEvent> | Refusal {
  const { package: code, version, residentId, district, answers, materials, assistedBy } = command;
  if (state.submittedAt !== null) return isSame(command, state) ? UNCHANGED : TAKEN;
  const plan = plans(code, version);
  if (plan === undefined)
    return {
      refused: 'unknown-package',
      detail: `There is no package "${code}" in version ${version}: choose one from the catalogue.`,
      pointer: '/package',
    };
  const own = narrowed(plan, (id) => command.steps?.includes(id) ?? true);
  const draft = begin(own);
  const agreed = agreedTo(own.steps, state.number, command.consents ?? [], materials);
  draft.add({
    type: 'ApplicationSubmitted',
    number: state.number,
    at: draft.now,
    package: code,
    packageVersion: version,
    residentId,
    ...(command.subject && { subject: command.subject }),
    district,
    answers,
    materials: agreed.materials,
    steps: own.steps.map(({ id }) => id),
    ...by(command),
    ...(assistedBy !== undefined && { assistedBy }),
    ...(command.onlyOne && { onlyOne: true }),
    ...(agreed.consents.length > 0 && { consents: agreed.consents }),
  });
  advance(draft);
  return draft;
}

const isSame = (command: SubmitApplication, state: ApplicationState): boolean =>
  command.package === state.package && command.residentId === state.residentId;

const UNCHANGED = { events: [], states: [] };

const TAKEN: Refusal = {
  refused: 'application-exists',
  detail: 'This application number belongs to another application: submit again to get a new one.',
};
