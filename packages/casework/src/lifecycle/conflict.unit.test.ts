import type { CaseCommand } from './commands';
import { accepted, at, givenState, received } from '../../test/given/example';

/** The applicant, the agent who applied for them, and the officer at whose counter it was. */
const concerned = { residentId: 'r-1', filedBy: ['agent-1', 'counter-1'] };
const everybody = ['r-1', 'agent-1', 'counter-1'];
const missing = [{ code: 'photo', note: '' }];

const acts = (officer: string): readonly CaseCommand[] => [
  { type: 'Claim', officer },
  { type: 'Accept', officer },
  { type: 'RequestSupplement', officer, missing },
  { type: 'Pause', officer, reason: 'hearing' },
  { type: 'Resume', officer },
  { type: 'AskExtension', officer, days: 5, reason: 'difficult-case' },
  { type: 'ApproveExtension', officer },
  { type: 'RefuseExtension', officer },
  { type: 'Decide', officer, outcome: 'granted', reason: '', findings: {} },
  { type: 'ApproveDecision', officer },
  { type: 'RefuseDecision', officer },
  { type: 'WithdrawAsk', officer, about: 'decision' },
  { type: 'Reassign', officer, to: 'o-2' },
];

describe.each(everybody)('recusal 回避: %s', (officer) => {
  test.each(acts(officer).map((command) => [command.type, command] as const))('does not %s', (_type, command) => {
    for (const state of [received(concerned), accepted(concerned)])
      givenState(state, at('03-03')).when(command).thenRefused('conflict-of-interest');
  });

  test('is not given the case either', () => {
    givenState(received(concerned), at('03-03'))
      .when({ type: 'Reassign', officer: 's-1', to: officer })
      .thenRefused('conflict-of-interest', '/to');
  });
});

test('whoever has come to hold such a case can let go of it', () => {
  const { filedBy } = concerned;
  const held = givenState(received(), at('03-03')).when({ type: 'Claim', officer: 'agent-1' }).state;
  if (held.status === 'unreceived') throw new Error('it was received');
  const since = { ...held, file: { ...held.file, request: { ...held.file.request, filedBy } } };
  givenState(since, at('03-04')).when({ type: 'Accept', officer: 'agent-1' }).thenRefused('conflict-of-interest');
  givenState(since, at('03-04'))
    .when({ type: 'Release', officer: 'agent-1', supervisor: false })
    .thenTypes('CaseReleased');
});

test('whoever supplemented for the applicant is out of it from then on', () => {
  const asked = givenState(received({ answers: {} }), at('03-03'));
  const { state } = asked.when({
    type: 'ProvideSupplement',
    answers: { income: 1 },
    materials: [],
    providedBy: 'agent-2',
  });
  givenState(state, at('03-04')).when({ type: 'Accept', officer: 'agent-2' }).thenRefused('conflict-of-interest');
  givenState(state, at('03-04')).when({ type: 'Accept', officer: 'o-1' }).thenTypes('CaseAccepted');
});

test('nobody else is kept from it', () => {
  givenState(received(concerned), at('03-03')).when({ type: 'Accept', officer: 'o-1' }).thenTypes('CaseAccepted');
});
