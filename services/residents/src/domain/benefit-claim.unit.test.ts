import { isRefusal } from '@lianban/model';
import fc from 'fast-check';
import { type BenefitClaimCommand, type BenefitClaimState, benefitClaim } from './benefit-claim';

const at = (n: number) => new Date(Date.UTC(2026, 2, 2, 1, n));
const claim = (caseId: string, n: number): BenefitClaimCommand => ({
  type: 'ClaimBenefit',
  benefit: 'age-allowance',
  persons: ['r-1', 'r-2'],
  caseId,
  askedAt: at(n),
});
const release = (caseId: string, n: number, freeFrom?: string): BenefitClaimCommand => ({
  type: 'ReleaseBenefit',
  caseId,
  releasedAt: at(n),
  ...(freeFrom && { freeFrom }),
});
const after = (...commands: readonly BenefitClaimCommand[]): BenefitClaimState =>
  commands.reduce((state, command) => {
    const events = benefitClaim.decide(command, state, at(50));
    return isRefusal(events) ? state : events.reduce(benefitClaim.evolve, state);
  }, benefitClaim.initial('x'));

test('the first case that asks has it, and the second is refused', () => {
  const state = after(claim('LB1/a', 1));
  expect(benefitClaim.decide(claim('LB2/a', 2), state, at(2))).toMatchObject({ refused: 'already-granted' });
  expect(benefitClaim.decide(claim('LB1/a', 1), state, at(3))).toEqual([]);
});

test('released, the next one has it; what another case has is not released', () => {
  expect(after(claim('LB1/a', 1), release('LB1/a', 2), claim('LB2/a', 3)).held?.caseId).toBe('LB2/a');
  expect(after(claim('LB1/a', 1), release('LB2/a', 2)).held?.caseId).toBe('LB1/a');
});

test('what was granted and stopped says from which month on it is free', () => {
  expect(after(claim('LB1/a', 1), release('LB1/a', 2, '2026-05')).freeFrom).toBe('2026-05');
});

test('a claim that comes after its own release holds nothing; a case that is opened again claims anew', () => {
  expect(after(release('LB1/a', 2), claim('LB1/a', 1)).held).toBeUndefined();
  expect(after(claim('LB1/a', 1), release('LB1/a', 2), claim('LB1/a', 3)).held?.caseId).toBe('LB1/a');
  expect(after(claim('LB1/a', 1), release('LB1/a', 2), claim('LB1/a', 3), release('LB1/a', 2)).held?.caseId).toBe(
    'LB1/a',
  );
});

test('what goes on after a stop in error is claimed again, before or after the register has heard of the stop', () => {
  const stop = release('LB1/a', 2, '2026-05');
  expect(after(claim('LB1/a', 1), stop, claim('LB1/a', 3)).held?.caseId).toBe('LB1/a');
  expect(after(claim('LB1/a', 1), claim('LB1/a', 3), stop).held?.caseId).toBe('LB1/a');
  const other = after(claim('LB1/a', 1), stop, claim('LB2/a', 3));
  expect(benefitClaim.decide(claim('LB1/a', 4), other, at(4))).toMatchObject({ refused: 'already-granted' });
});

test('two cases never have it at once, whatever is repeated in whatever order', () => {
  const command = fc.tuple(fc.constantFrom('LB1/a', 'LB2/a', 'LB3/b'), fc.nat({ max: 40 }), fc.boolean());
  fc.assert(
    fc.property(fc.array(command, { maxLength: 20 }), (all) => {
      let state = benefitClaim.initial('x');
      for (const [caseId, n, isClaim] of all) {
        const before = state.held?.caseId;
        state = [isClaim ? claim(caseId, n) : release(caseId, n)].reduce((from, each) => {
          const events = benefitClaim.decide(each, from, at(50));
          return isRefusal(events) ? from : events.reduce(benefitClaim.evolve, from);
        }, state);
        // It only passes from one case to another through nobody.
        if (before !== undefined && state.held) expect(state.held.caseId).toBe(before);
      }
    }),
  );
});
