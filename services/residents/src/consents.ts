import { residents } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { type CallContext, type GrpcService, grpcService } from '@lianban/grpc';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import { z } from 'zod';
import { moment, readCursor, writeCursor } from './cursor';
import { type ConsentForm, type GiveConsent, type KnownConsent, NO_CONSENT, consentId } from './domain/consent';
import { type Purposes, needsConsent, withoutBasis, withoutConsent } from './domain/legal-basis';
import type { ProvenCase } from './proven-cases';
import type { Purpose } from './reading';
import { CONSENTS } from './aggregate-types';

const mostListed = 200;
const mostGiven = 20;
/** Where the page before ended. */
const place = z.tuple([moment, z.string().max(300)]).transform(([givenAt, id]) => ({ givenAt, id }));

/**
 * The refusal of a question that nothing allows: "purpose-unknown", "case-unknown"; "case-unproven", when it is asked by duty and not
 * for a case that applications gave the department; or, when it needs the resident's consent and has none, "consent-missing" or
 * "consent-revoked". One that names no reason at all is refused where it would be recorded.
 */
export async function permitted(
  app: App,
  { purposes, proven }: { readonly purposes: () => Purposes; readonly proven: ProvenCase },
  residentId: string,
  { caseId = '', purpose = '', capability }: Partial<Purpose> = {},
  { caller }: CallContext,
  asked: { readonly from?: string; readonly question: string } = { question: 'means' },
): Promise<Refusal | undefined> {
  if (caseId === '' || purpose === '') return undefined;
  const baseless = withoutBasis(purposes(), { department: caller, caseId, purpose, ...asked });
  if (baseless) return baseless;
  if (!needsConsent(purposes(), { purpose, ...asked }))
    return proven(capability, { department: caller, caseId, residentId, purpose });
  const [application = ''] = caseId.split('/');
  const found = await app.get(CONSENTS, consentId({ application, department: caller, purpose }));
  return withoutConsent(found?.state, residentId);
}

/** Consents over gRPC: what was agreed to with an application, and its revocation. */
export function consentsGrpc(app: App): GrpcService {
  const handlers = {
    async record(
      { residentId, applicationNumber: application, consents, givenAt, agentId, assistedBy }: Recorded,
      { traceparent }: CallContext,
    ) {
      if (!residentId || !application || !givenAt || consents.length > mostGiven || !consents.every(isNamed))
        return refuse('invalid-consent', 'Say who agreed to what, when, and in which application.', '/consents');
      for (const { department, purpose, version, form } of consents) {
        const command: GiveConsent = {
          type: 'GiveConsent',
          residentId,
          application,
          department,
          purpose,
          version,
          form: form as ConsentForm,
          givenAt,
          ...(agentId && { agentId }),
          ...(assistedBy && { assistedBy }),
        };
        const done = await app.dispatch(CONSENTS, consentId(command), command, { traceparent });
        if (isRefusal(done)) return done;
      }
      return {};
    },

    async list({ residentId, limit, cursor }: residents.v1.ListConsentsRequest) {
      const most = Math.min(limit || mostListed, mostListed);
      const after = readCursor(place, cursor);
      const at = 'state.givenAt';
      const rest = after && {
        [at]: { $lte: after.givenAt },
        $or: [{ [at]: { $lt: after.givenAt } }, { _id: { $gt: after.id } }],
      };
      const filter = { 'state.residentId': residentId, ...rest };
      const found = await app.find(CONSENTS, { filter, sort: { [at]: -1, _id: 1 }, limit: most + 1 });
      const consents = found.slice(0, most).flatMap(({ state }) => (state.status === 'none' ? [] : [shown(state)]));
      const last = consents.at(-1);
      const nextCursor = found.length > most && last ? writeCursor([last.givenAt, last.consentId]) : '';
      return { consents, nextCursor };
    },

    async revoke({ consentId: id, residentId }: residents.v1.RevokeConsentRequest, { traceparent }: CallContext) {
      const command = { type: 'RevokeConsent', residentId } as const;
      const done = await app.dispatch(CONSENTS, id, command, { traceparent });
      if (isRefusal(done)) return done;
      return done.state.status === 'none' ? NO_CONSENT : shown(done.state);
    },
  };
  const callers = {
    gateway: { forPersons: ['list', 'revoke'], itself: [] },
    applications: ['record'],
  } as const;
  const ofThemselves = ({ residentId }: { readonly residentId: string }) => residentId;
  return grpcService(residents.v1.ConsentsServiceService, handlers, callers, {
    actors: { list: ofThemselves, revoke: ofThemselves },
  });
}

type Recorded = residents.v1.RecordConsentsRequest;

const isNamed = ({ department, purpose, form }: residents.v1.GivenConsent): boolean =>
  department !== '' && purpose !== '' && (form === 'on-site' || form === 'on-paper');

const shown = (state: KnownConsent): residents.v1.Consent => ({
  consentId: consentId(state),
  applicationNumber: state.application,
  department: state.department,
  purpose: state.purpose,
  version: state.version,
  form: state.form,
  givenAt: state.givenAt,
  agentId: state.agentId ?? '',
  assistedBy: state.assistedBy ?? '',
  revokedAt: state.revokedAt ?? undefined,
});
