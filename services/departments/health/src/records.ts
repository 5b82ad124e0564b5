import { type AddressedCommand, aggregate, aggregateType, commandTo } from '@lianban/model';
import { CASES, type CasePolicy } from '@lianban/casework';
import { type BirthRecorded, type BirthState, type RecordBirth, birth } from './domain/birth';
import { childOf } from './domain/childcare-subsidy';
import { type ClaimCommand, type ClaimEvent, type ClaimState, claim } from './domain/claim';

export const BIRTHS = aggregateType<BirthState, RecordBirth, BirthRecorded>('births');
export const CLAIMS = aggregateType<ClaimState, ClaimCommand, ClaimEvent>('claims');

/** Certified births: one document a certificate. */
export const births = aggregate(BIRTHS, {
  decider: birth,
  announce: { BirthRecorded: 'private' },
  sealed: ['parentId', 'bornOn', 'sex'],
});

/** Claims of the childcare subsidy: one document a child, so that of two parents at the same moment one has it. */
export const claims = aggregate(CLAIMS, {
  decider: claim,
  announce: { ClaimAnswered: 'private', ClaimFreed: 'private' },
  policy: (event) => (event.type === 'ClaimAnswered' ? answered(event) : []),
});

function answered({ caseId, holder }: Extract<ClaimEvent, { type: 'ClaimAnswered' }>): readonly AddressedCommand[] {
  const taken = holder !== caseId;
  // Other parents are told the number of the application, and no step.
  const value = { taken, number: taken ? holder.split('/', 1)[0] : '' };
  return [commandTo(CASES, caseId, { type: 'Learn', name: 'claim', value })];
}

/** What happens to a case → what the records beside it are told, in the same transaction. */
export const policy: CasePolicy = (event, state, id) => {
  if (state.status === 'unreceived') return [];
  const { request, asked } = state.file;
  if (asked.includes('claim')) return ofClaim(event, childOf(request), id);
  if (event.type !== 'CaseDecided' || event.ruling.outcome !== 'granted') return [];
  const { certificateNumber } = event.ruling.facts;
  if (typeof certificateNumber !== 'string') return [];
  const { bornOn, sex } = request.answers;
  const born = { parentId: request.residentId, bornOn: String(bornOn), sex: String(sex) };
  return [commandTo(BIRTHS, certificateNumber, { type: 'RecordBirth', ...born })];
};

function ofClaim(event: Parameters<CasePolicy>[0], child: string, caseId: string): readonly AddressedCommand[] {
  if (event.type === 'FactAsked') return [commandTo(CLAIMS, child, { type: 'AskClaim', caseId })];
  const isOver = event.type === 'CaseCancelled' || event.type === 'CaseCompensated';
  const isRefused = event.type === 'CaseDecided' && event.ruling.outcome === 'refused';
  return isOver || isRefused ? [commandTo(CLAIMS, child, { type: 'FreeClaim', caseId })] : [];
}
