import { type Refusal, isRefusal } from '@lianban/model';
import type { applications } from '@lianban/protos';
import { z } from 'zod';
import { etagOf } from '../http/preconditions';
import { type RouteAnswer, route } from '../http/route';
import { type ApplicationView, applicationShape, applicationView } from '../schemas/application';
import { named } from '../schemas/components';
import { consents } from '../schemas/consent';
import { freeForm } from '../schemas/free-form';
import { materials, reason } from '../schemas/common';
import { registeredOf } from './registered';

const supplement = named(
  'Supplement',
  z
    .strictObject({
      answers: freeForm('Only the answers that change.').optional(),
      materials: materials.default([]),
      consents,
    })
    .refine((of) => of.materials.length + of.consents.length + Object.keys(of.answers ?? {}).length > 0, {
      message: 'must bring at least one answer, one material or one consent',
    })
    .meta({
      not: {
        properties: { answers: { maxProperties: 0 }, materials: { maxItems: 0 }, consents: { maxItems: 0 } },
      },
    }),
);
export const because = named('Because', z.strictObject({ reason }));

export function whole(answer: applications.v1.Application | Refusal): RouteAnswer<ApplicationView> | Refusal {
  return isRefusal(answer) ? answer : { body: applicationView(answer), etag: etagOf(answer.version) };
}

/** Requests of residents about a submitted application. */
export const acts = [
  route({
    method: 'post',
    path: '/api/applications/:number/steps/:step/supplement',
    id: 'supplementStep',
    summary: 'Hand in what a department asked for (补正)',
    who: 'resident',
    onBehalfOf: true,
    repeats: true,
    body: supplement,
    answers: applicationShape,
    async answer({ onBehalfOf, path, body, idempotencyKey, call }, ports) {
      const { answers = {}, materials: handedIn, consents: given } = body;
      const about = { applicationNumber: path.number, ...onBehalfOf, step: path.step, idempotencyKey };
      // Of an agent the mandate says enough; whoever acts themselves may be too young to.
      const found = onBehalfOf.agent ? undefined : await registeredOf(onBehalfOf.residentId, ports, call);
      const registered = found !== undefined && !isRefusal(found) ? { registered: found } : {};
      const brought = { answers, materials: handedIn, consents: given, ...registered };
      return whole(await ports.applications.supplement({ ...about, ...brought }, call));
    },
  }),
  route({
    method: 'post',
    path: '/api/applications/:number/steps/:step/objection',
    id: 'objectToStep',
    summary: 'Object to a decision, or to one under public notice',
    who: 'resident',
    onBehalfOf: true,
    repeats: true,
    body: because,
    answers: applicationShape,
    async answer({ onBehalfOf, path, body, idempotencyKey, call }, ports) {
      const about = { applicationNumber: path.number, ...onBehalfOf, step: path.step };
      return whole(await ports.applications.object({ ...about, reason: body.reason, idempotencyKey }, call));
    },
  }),
  route({
    method: 'post',
    path: '/api/applications/:number/withdrawal',
    id: 'withdrawApplication',
    summary: 'Withdraw the application: what was granted is taken back',
    who: 'resident',
    onBehalfOf: true,
    body: because,
    answers: applicationShape,
    async answer({ onBehalfOf, path, body, call }, ports) {
      const about = { applicationNumber: path.number, ...onBehalfOf };
      return whole(await ports.applications.withdraw({ ...about, reason: body.reason }, call));
    },
  }),
];
