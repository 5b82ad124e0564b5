import { type AnyKind, kind } from '@lianban/model';
import { chineseWorkingDays } from '@lianban/casework';
import { announceApplication } from './announcements';
import type { Catalogue } from './catalogue';
import { claimsOf } from './claims';
import type { ApplicationState } from './domain/application';
import type { ApplicationCommand } from './domain/commands';
import { by } from './domain/by';
import { applicationDecider } from './domain/decider';
import type { ApplicationEvent } from './domain/events';
import { type MaterialCommand, type MaterialEvent, type MaterialState, material } from './domain/material';
import { type FileObjection, type ObjectionFiled, type ObjectionState, objectionDecider } from './domain/objection';
import { type ClaimKey, type KeyClaimed, type RequestKeyState, requestKeyDecider } from './domain/request-key';
import { MATERIALS } from './materials';
import { asksOf, asksOfMaterial } from './questions';
import { APPLICATIONS } from './reactions';

export const REQUESTS = 'requests';
export const OBJECTIONS = 'objections';

const sevenDaysMs = 7 * 24 * 60 * 60 * 1000;

const toApplication = (id: string, command: ApplicationCommand) => [{ kind: APPLICATIONS, id, command }];

/** The documents of this service: applications, the keys their submissions were sent with, and objections. */
export function applicationsKinds(catalogue: Catalogue): readonly AnyKind[] {
  const applications = kind<ApplicationState, ApplicationCommand, ApplicationEvent>({
    name: APPLICATIONS,
    decider: applicationDecider(catalogue.plans, chineseWorkingDays),
    announce: announceApplication,
    needsOperator: { 'state.ending': 'needs-operator' },
    begins: ['SubmitApplication'],
    indexes: [{ fields: { 'state.residentId': 1, _id: -1 } }],
    follow: (event, { residentId }) => claimsOf(event, residentId),
    ask: asksOf,
    took: (event, state) =>
      event.type === 'ApplicationEnded' && state.submittedAt
        ? event.at.getTime() - state.submittedAt.getTime()
        : undefined,
  });
  const requests = kind<RequestKeyState, ClaimKey, KeyClaimed>({
    name: REQUESTS,
    decider: requestKeyDecider,
    announce: { KeyClaimed: 'private' },
    // A key seen before is a repetition, which is rare.
    begins: ['ClaimKey'],
    follow: ({ submission }) => toApplication(submission.number, submission),
    keepMs: sevenDaysMs,
  });
  const objections = kind<ObjectionState, FileObjection, ObjectionFiled>({
    name: OBJECTIONS,
    decider: objectionDecider,
    announce: { ObjectionFiled: 'private' },
    follow: ({ applicationNumber, step, ...filed }, _state, id) =>
      toApplication(applicationNumber, { type: 'RaiseObjection', step, objection: id, ...by(filed) }),
  });
  const materials = kind<MaterialState, MaterialCommand, MaterialEvent>({
    name: MATERIALS,
    decider: material,
    announce: {
      UploadBegun: 'private',
      UploadFinished: 'private',
      MaterialUsed: 'private',
      MaterialDoubted: 'private',
      MaterialGivenUp: 'private',
      ContentForgotten: 'private',
    },
    begins: ['BeginUpload'],
    ask: asksOfMaterial,
    indexes: [
      { fields: { 'state.ownerId': 1 }, partial: { 'state.status': { $in: ['uploading', 'kept'] } } },
      {
        fields: { 'state.status': 1, 'state.at': 1 },
        partial: { 'state.status': { $in: ['uploading', 'kept', 'removing'] } },
      },
    ],
  });
  return [applications, requests, objections, materials];
}
