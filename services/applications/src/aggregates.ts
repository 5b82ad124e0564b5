import { idempotencyKeys } from '@lianban/engine';
import { type AnyAggregate, aggregate, commandTo } from '@lianban/model';
import type { WorkingDaysAt } from '@lianban/casework';
import { APPLICATIONS, MATERIALS, OBJECTIONS, REQUESTS } from './aggregate-types';
import { announceApplication } from './announcements';
import type { CatalogueInUse } from './catalogue';
import { claimsOf } from './claims';
import type { SignCapability } from './dialects/decision';
import { by } from './domain/by';
import { applicationDecider } from './domain/decider';
import { material } from './domain/material';
import { objectionDecider } from './domain/objection';
import { disbelievedOf } from './domain/speaker';
import { asksOf, asksOfMaterial } from './durable-requests';
import { provisional } from './set-dates';

const sevenDaysMs = 7 * 24 * 60 * 60 * 1000;

/** The documents of this service: applications, the keys their submissions were sent with, and objections. */
export function applicationsAggregates(
  catalogue: Pick<CatalogueInUse, 'plans'>,
  sign: SignCapability,
  daysAt: WorkingDaysAt,
): readonly AnyAggregate[] {
  const applications = aggregate(APPLICATIONS, {
    decider: applicationDecider(catalogue.plans, daysAt),
    announce: announceApplication(sign),
    needsOperator: { 'state.ending': 'needs-operator' },
    createdBy: ['SubmitApplication'],
    indexes: [
      { fields: { 'state.residentId': 1, _id: -1 } },
      { fields: { 'state.hanging': 1 }, partial: { 'state.hanging': true } },
      { fields: { [provisional]: 1 }, partial: { [provisional]: { $gte: new Date(0) } } },
      { fields: { 'state.onlyOneOf': 1 }, unique: true, partial: { 'state.onlyOneOf': { $exists: true } } },
    ],
    sealed: [
      'answers',
      'withdrawalReason',
      ...['facts', 'grounds', 'missing', 'shown', 'pending.answers', 'takeOverAsk.facts'].map(
        (part) => `steps.*.${part}`,
      ),
    ],
    policy: claimsOf,
    requests: asksOf,
    disbelieves: disbelievedOf(catalogue.plans),
    duration: (event, state) =>
      event.type === 'ApplicationEnded' && state.submittedAt
        ? event.at.getTime() - state.submittedAt.getTime()
        : undefined,
  });
  const requests = idempotencyKeys(REQUESTS, sevenDaysMs);
  const objections = aggregate(OBJECTIONS, {
    decider: objectionDecider,
    announce: { ObjectionFiled: 'private' },
    sealed: ['text'],
    indexes: [{ fields: { 'state.applicationNumber': 1 } }],
    policy: ({ applicationNumber, step, ...filed }, _state, id) => [
      commandTo(APPLICATIONS, applicationNumber, { type: 'RaiseObjection', step, objection: id, ...by(filed) }),
    ],
  });
  const materials = aggregate(MATERIALS, {
    decider: material,
    announce: {
      UploadBegun: 'private',
      UploadFinished: 'private',
      MaterialUsed: 'private',
      MaterialDoubted: 'private',
      MaterialGivenUp: 'private',
      ContentForgotten: 'private',
    },
    createdBy: ['BeginUpload'],
    sealed: ['name'],
    requests: asksOfMaterial,
    indexes: [
      { fields: { 'state.ownerId': 1 }, partial: { 'state.status': { $in: ['uploading', 'kept'] } } },
      { fields: { 'state.ownerId': 1, 'state.at': 1 } },
      {
        fields: { 'state.ownerId': 1, _id: 1 },
        partial: { 'state.status': { $in: ['kept', 'used'] } },
        name: 'uploads-of-a-person',
      },
      {
        fields: { 'state.status': 1, 'state.at': 1 },
        partial: { 'state.status': { $in: ['uploading', 'kept', 'removing'] } },
      },
    ],
  });
  return [applications, requests, objections, materials];
}
