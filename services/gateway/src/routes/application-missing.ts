import { CallFailed, type CallOptions } from '@lianban/grpc';
import { isRefusal } from '@lianban/model';
import { route } from '../http/route';
import type { Ports } from '../ports';
import { missingList, wantedView } from '../schemas/missing';
import { iso } from '../schemas/common';

/** What departments wait for, in their officers' words: these are stored by the department and fetched on each read. */
export const missingThings = [
  route({
    method: 'get',
    path: '/api/applications/:number/missing',
    id: 'listMissing',
    summary: 'What departments wait for from me, in their officers’ words, and what I handed in for it before',
    who: 'resident',
    onBehalfOf: true,
    answers: missingList,
    async answer({ onBehalfOf, path, call }, ports) {
      const found = await ports.applications.get({ applicationNumber: path.number, ...onBehalfOf }, call);
      if (isRefusal(found)) return found;
      const waiting = found.steps.filter(({ status }) => status === 'supplement');
      const steps = waiting.map(async ({ id: step, department }) => {
        const asked = await wantedOf(`${path.number}/${step}`, department, ports, call);
        return { step, department, askedAt: iso(asked?.askedAt), wanted: asked?.wanted.map(wantedView) };
      });
      return { body: { steps: await Promise.all(steps) } };
    },
  }),
];

/** Undefined while the department does not answer: the codes of what is missing are known anyway. */
async function wantedOf(caseId: string, department: string, { desks, log }: Ports, call: CallOptions) {
  try {
    const found = await desks[department]?.listMissing({ caseId }, call);
    return found && !isRefusal(found) ? found : undefined;
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    log.warn({ err: error, case: caseId }, 'department not available: missing items shown without the officer’s words');
    return undefined;
  }
}
