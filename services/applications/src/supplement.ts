import type { Refusal } from '@lianban/platform';
import type { applications } from '@lianban/protos';
import { type CataloguedPackage, invalidConsents, validateSupplement } from './catalogue';
import { type ApplicationState, stepOf } from './domain/application';
import { by } from './domain/by';
import type { ProvideSupplement } from './domain/commands';
import { hashOf } from './request-hash';
import { asked } from './submit';

/**
 * A supplement 补正 as a command. Refused when its answers are none that the package or the department asks for, or agrees to what
 * the package does not share; a repetition is not looked at again, for what it brought is not missing any more.
 */
export function supplementOf(
  { step, answers = {}, materials, consents, idempotencyKey, agent }: applications.v1.SupplementRequest,
  state: ApplicationState,
  inPackage: CataloguedPackage | undefined,
): ProvideSupplement | Refusal {
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
  const wrong = validateSupplement(inPackage, wanted, answers);
  if (wrong) return { ...wrong, pointer: wrong.wrong[0]?.pointer ?? '/answers' };
  return invalidConsents(inPackage, consents) ?? command;
}
