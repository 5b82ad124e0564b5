import { isRefusal } from '@lianban/model';
import { type ClaimCommand, type ClaimState, claim } from './claim';

const at = new Date('2026-03-02T01:00:00Z');
const after = (...commands: readonly ClaimCommand[]): { state: ClaimState; holders: readonly string[] } => {
  const holders: string[] = [];
  let state = claim.initial('child');
  for (const command of commands) {
    const events = claim.decide(command, state, at);
    if (isRefusal(events) || !Array.isArray(events)) throw new Error('refused');
    for (const event of events) {
      state = claim.evolve(state, event);
      if (event.type === 'ClaimAnswered') holders.push(event.holder);
    }
  }
  return { state, holders };
};
const ask = (caseId: string): ClaimCommand => ({ type: 'AskClaim', caseId });
const free = (caseId: string): ClaimCommand => ({ type: 'FreeClaim', caseId });

test('the first case has it, whoever asks after it, and is told so again', () => {
  expect(after(ask('a/s'), ask('b/s'), ask('a/s')).holders).toEqual(['a/s', 'a/s', 'a/s']);
});

test('freed by its holder, the next has it', () => {
  expect(after(ask('a/s'), free('a/s'), ask('b/s')).holders).toEqual(['a/s', 'b/s']);
});

test('nobody frees what another holds', () => {
  expect(after(ask('a/s'), ask('b/s'), free('b/s')).state).toEqual({ caseId: 'a/s' });
});
