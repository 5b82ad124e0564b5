import type { CallOptions } from '@lianban/grpc';
import { type Refusal, isRefusal } from '@lianban/model';
import type { casework } from '@lianban/protos';
import type { RequestContext } from '../http/route';
import type { DeskClient, Ports } from '../ports';
import { caseShape } from '../schemas/case';
import type { Officer } from '../token/identity';
import { type CodedReason, unknownReason } from './coded-reason';
import { recordLook, wholeCaseLook } from './desk-look';
import { deskOf, openCase } from './desk-reach';
import { wholeCase } from './whole-case';

type Case = casework.v1.Case;
/** A case and the version the officer saw. */
type CaseVersion = { readonly id: string; readonly version: number };
export type CasePathNames = 'number' | 'step';
type CaseCall<B> = (desk: DeskClient, at: CaseVersion, body: B, call: CallOptions) => Promise<Case | Refusal>;
type Precheck<B> = (
  found: Case,
  body: B,
  who: Officer,
  ports: Ports,
  call: CallOptions,
) => Promise<Refusal | undefined>;

/** What every act on a case has in common. */
export const asOfficer = {
  method: 'post',
  who: 'officer',
  shows: wholeCaseLook,
  needs: 'if-match',
  answers: caseShape,
} as const;

/**
 * The answer shows the case, so each act is recorded as a read, whether or not the officer opened the case before.
 * @param useOf the use of the reason in the body; the catalogue must list the code for it
 * @param barred refuses the act for the case as it was found
 */
export const act =
  <B>(perform: CaseCall<B>, useOf?: (body: B) => CodedReason, barred?: Precheck<B>) =>
  async (context: RequestContext<'officer' | 'supervisor', CasePathNames, unknown, B>, ports: Ports) => {
    const { who, path, body, version, call } = context;
    const at = { id: `${path.number}/${path.step}`, version };
    const found = await openCase(who, at.id, ports, call);
    if (isRefusal(found)) return found;
    const not = await barred?.(found, body, who, ports, call);
    if (not) return not;
    const no =
      (useOf && (await unknownReason(who, useOf(body), ports, call))) ?? (await recordLook(found, context, ports));
    if (no) return no;
    const done = await perform(deskOf(who, ports), at, body, call);
    return isRefusal(done) ? done : wholeCase(done, ports, call);
  };
