import type { CallContext } from '@lianban/grpc';
import type { Refusal } from '@lianban/model';
import type { applications } from '@lianban/protos';
import { type CataloguedPackage, invalidConsents, validateSupplement } from './catalogue';
import { type ApplicationState, stepOf } from './domain/application';
import { by } from './domain/by';
import type { ProvideSupplement } from './domain/commands';
import { needsGuardian } from './domain/eligible';
import { graded, unfitMaterial } from './domain/handed-in';
import { hashOf } from './request-hash';
import { asked, officerIn } from './submit';

/**
 * A supplement 补正 as a command. Refused when its answers or materials are none that the package or the department asks for, it agrees
 * to what the package does not share, or a minor whose guardian applied acts themselves; a repetition is not looked at again, for what it
 * brought is not missing any more.
 * @param today YYYY-MM-DD
 */
export function supplementOf(
  { step, answers = {}, materials, consents, idempotencyKey, agent, registered }: applications.v1.SupplementRequest,
  state: ApplicationState,
  inPackage: CataloguedPackage | undefined,
  today: string,
  call: CallContext,
): ProvideSupplement | Refusal {
  const who = { hasAgent: agent !== undefined, isAtCounter: officerIn(call) !== undefined };
  // Who applied by themselves as a minor lives by their own labour, as a counter saw.
  const minor = registered && !registered.organisation && state.agentId && needsGuardian(registered, today, who);
  if (minor) return minor;
  const agentId = agent?.residentId ?? '';
  const { missing = [], supplementedBy } = stepOf(state, step);
  const command: ProvideSupplement = {
    type: 'ProvideSupplement',
    step,
    answers,
    materials,
    ...by({ agentId }),
    ...(consents.length > 0 && { consents: consents.map(asked) }),
    ...(idempotencyKey !== '' && {
      request: { key: hashOf([agentId, idempotencyKey]), body: hashOf({ answers, materials, consents }) },
    }),
  };
  if (!inPackage || (supplementedBy !== undefined && command.request?.key === supplementedBy.key)) return command;
  const wanted = missing.map(({ code }) => code);
  const wrong = validateSupplement(inPackage, wanted, answers, today);
  if (wrong) return { ...wrong, pointer: wrong.wrong[0]?.pointer ?? '/answers' };
  const { grades } = inPackage;
  const known = new Map([...wanted.map((code) => [code, grades.get(code)] as const), ...ofStep(inPackage, step)]);
  const unfit = unfitMaterial(materials, known, who.isAtCounter) ?? invalidConsents(inPackage, consents);
  return unfit ?? { ...command, materials: graded(materials, grades) };
}

/** What the step's item asks for, whether or not the department asked for it again. */
const ofStep = ({ steps, grades }: CataloguedPackage, id: string) =>
  (steps.find((step) => step.id === id)?.entry.materials ?? []).map(({ code }) => [code, grades.get(code)] as const);
