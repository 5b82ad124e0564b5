import { resolve } from 'node:path';
import { type CaseCommand, type CaseState, type Facts, caseDecider, holidays, writsMessage } from '@lianban/casework';
import { loadDepartment } from '@lianban/catalogue';
import { isRefusal } from '@lianban/model';
import type { casework } from '@lianban/protos';

const file = loadDepartment(resolve(__dirname, '../../../services/departments/permits'));
const grounds = file.grounds.map(({ code }) => ({
  code,
  rule: 'r',
  version: '1',
  explanation: 'e',
  met: code !== 'owner-agrees',
}));
const officer = 'o-1';
/** Rare characters of names: 䶮 (Extension A), 𠮷 (U+20BB7), the dot of transcribed names. */
export const rareName = '龚䶮·𠮷·阿卜杜拉';

const item = {
  code: 'food-business-licence',
  missing: () => [],
  needs: () => [],
  extensionDays: 10,
  rule: ({ findings }: { readonly findings: Facts }) => ({
    outcome: findings.refuse === true ? ('refused' as const) : ('granted' as const),
    reason: findings.refuse === true ? 'inspection-failed' : 'conditions-met',
    facts: { permitNumber: 'JY14101052026000001' },
    grounds,
  }),
};
const decider = caseDecider({ item: () => item, workingDays: () => holidays.chineseWorkingDays });

const request = {
  ...{
    applicationNumber: 'LB20260302000001',
    step: 'licence',
    item: item.code,
    department: 'permits',
    residentId: 'r-1',
  },
  ...{ district: '410105', answers: {}, earlier: {}, materials: [], statutoryDays: 20, promisedDays: 10 },
  requestedAt: new Date('2026-03-02T01:00:00Z'),
} as const;

/** A case after these commands, one a day from 2 March 2026. @throws when one is refused */
function after(commands: readonly CaseCommand[]): CaseState {
  return commands.reduce((state, command, day) => {
    const events = decider.decide(command, state, new Date(Date.UTC(2026, 2, 2 + day, 2)));
    if (isRefusal(events)) throw new Error(`${command.type}: ${events.detail}`);
    return events.reduce(decider.evolve, state);
  }, decider.initial('LB20260302000001/licence'));
}

const receive = (decidedBy: 'rule' | 'officer'): CaseCommand => ({
  type: 'ReceiveStep',
  request: { ...request, decidedBy },
});
const decide = (outcome: 'granted' | 'refused'): CaseCommand => ({
  type: 'Decide',
  officer,
  outcome,
  reason: 'conditions-met',
  findings: {},
});

const worked: readonly CaseCommand[] = [
  receive('officer'),
  { type: 'RequestSupplement', officer, missing: [{ code: 'hygiene-layout', note: `请${rareName}补签` }] },
  { type: 'ProvideSupplement', answers: {}, materials: [], providedAt: new Date('2026-03-04T02:00:00Z') },
  { type: 'Accept', officer },
  { type: 'Pause', officer, reason: 'inspection' },
  { type: 'Resume', officer },
  { type: 'AskExtension', officer, days: 5, reason: 'complex-case' },
  { type: 'ApproveExtension', officer: 's-1' },
];
const refusedThenReviewed: readonly CaseCommand[] = [
  receive('officer'),
  { type: 'Accept', officer },
  { ...decide('refused'), reason: 'inspection-failed' } as CaseCommand,
];

/** Every kind of document that a case can tell, as its department says it. */
export function everyKind(): readonly casework.v1.Writ[] {
  const told = [
    [...worked, decide('granted'), { type: 'Compensate', reason: 'withdrawn' } as const],
    refusedThenReviewed,
  ].flatMap((commands) => writsMessage(after(commands), file).writs);
  // A correction is that of a refusal by rule alone, after a person has looked.
  const refusing = caseDecider({
    item: () => ({ ...item, rule: refuseOnce }),
    workingDays: () => holidays.chineseWorkingDays,
  });
  let state = refusing.initial('LB20260302000001/licence');
  const review: CaseCommand = {
    type: 'RaiseObjection',
    objection: 'x-1',
    raisedAt: new Date('2026-03-03T02:00:00Z'),
    review: true,
  };
  for (const [day, command] of [
    receive('rule'),
    review,
    { ...decide('granted'), findings: { fine: true } } as CaseCommand,
  ].entries()) {
    const events = refusing.decide(command, state, new Date(Date.UTC(2026, 2, 2 + day, 2)));
    if (isRefusal(events)) throw new Error(`${command.type}: ${events.detail}`);
    state = events.reduce(refusing.evolve, state);
  }
  return [...told, ...writsMessage(state, file).writs, ...[revoked, corrected].flatMap(writsOfTwo)];
}

/** What two supervisors put right. */
const writsOfTwo = (commands: readonly CaseCommand[]) => writsMessage(after(commands), file).writs;
const putRight = (outcome: 'granted' | 'refused', findings: Facts): readonly CaseCommand[] => [
  { type: 'AskCorrection', officer: 's-1', outcome, reason: 'untrue-material', findings },
  { type: 'ApproveCorrection', officer: 's-2' },
];
const revoked = [
  receive('officer'),
  { type: 'Accept', officer } as const,
  decide('granted'),
  ...putRight('refused', {}),
];
const corrected = [...refusedThenReviewed, ...putRight('granted', { refuse: false })];

const refuseOnce = ({ findings }: { readonly findings: Facts }) =>
  item.rule({ findings: findings.fine === true ? {} : { refuse: true } });
