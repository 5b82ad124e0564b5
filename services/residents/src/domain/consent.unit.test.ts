import { isRefusal } from '@lianban/model';
import { consent, consentId, type ConsentState, type GiveConsent } from './consent';
import { type Purposes, needsConsent, withoutBasis, withoutConsent } from './legal-basis';

const purposes: Purposes = new Map([
  [
    'minimum-living-allowance',
    [{ department: 'social-assistance', basis: 'consent', from: 'residents', question: 'means' }],
  ],
  ['temporary-relief', [{ department: 'social-assistance', basis: 'duty', from: 'residents', question: 'means' }]],
]);

const at = (day: string) => new Date(`2026-03-${day}T01:00:00Z`);
const give = (more: Partial<GiveConsent> = {}): GiveConsent => ({
  type: 'GiveConsent',
  residentId: 'r-1',
  application: 'LB1',
  department: 'social-assistance',
  purpose: 'minimum-living-allowance',
  version: '2026-1',
  form: 'on-site',
  givenAt: at('02'),
  ...more,
});
const revoke = (residentId = 'r-1') => ({ type: 'RevokeConsent', residentId }) as const;

/** What becomes of it after these commands, each on a later day. */
const after = (...commands: readonly (GiveConsent | ReturnType<typeof revoke>)[]): ConsentState => {
  let state = consent.initial('c');
  commands.forEach((command, index) => {
    const events = consent.decide(command, state, at(String(index + 2).padStart(2, '0')));
    if (!isRefusal(events)) state = events.reduce(consent.evolve, state);
  });
  return state;
};

test('its id names application, department and purpose', () => {
  expect(consentId(give())).toBe('LB1.social-assistance.minimum-living-allowance');
});

test('given again it stays as it was first given', () => {
  expect(after(give(), give({ version: '2027-1', givenAt: at('05') }))).toMatchObject({
    status: 'given',
    version: '2026-1',
    givenAt: at('02'),
  });
});

test('revoked, a repetition of what was said before does not give it; something said later does', () => {
  expect(after(give(), revoke())).toMatchObject({ status: 'revoked', revokedAt: at('03') });
  expect(after(give(), revoke(), give())).toMatchObject({ status: 'revoked' });
  expect(after(give(), revoke(), give({ givenAt: at('04') }))).toMatchObject({ status: 'given', revokedAt: null });
});

test('nobody else revokes it, and they hear the same as if there were none', () => {
  const others = consent.decide(revoke('r-2'), after(give()), at('03'));
  expect(others).toMatchObject({ refused: 'consent-not-found' });
  expect(consent.decide(revoke('r-2'), consent.initial('c'), at('03'))).toEqual(others);
});

describe('a question that needs a consent', () => {
  test.each([
    ['none was given', undefined, 'consent-missing'],
    ['it is somebody else’s', after(give({ residentId: 'r-2' })), 'consent-missing'],
    ['it was revoked', after(give(), revoke()), 'consent-revoked'],
    ['it was given', after(give()), undefined],
  ])('%s', (_, state, refused) => {
    expect(withoutConsent(state, 'r-1')?.refused).toBe(refused);
  });

  test('the living allowance does; first aid in an emergency does not wait for one', () => {
    expect(needsConsent(purposes, { purpose: 'minimum-living-allowance', question: 'means' })).toBe(true);
    expect(needsConsent(purposes, { purpose: 'temporary-relief', question: 'means' })).toBe(false);
  });
});

describe('what a department may ask for', () => {
  const asked = {
    department: 'social-assistance',
    caseId: 'LB20260302000001/relief',
    purpose: 'temporary-relief',
    question: 'means',
  } as const;

  test('is among the purposes, each by consent or by duty', () => {
    expect(withoutBasis(purposes, asked)).toBeUndefined();
    expect(withoutBasis(purposes, { ...asked, purpose: 'minimum-living-allowance' })).toBeUndefined();
  });

  test.each([
    ['a purpose nobody listed', { purpose: 'whatever-i-like' }, 'purpose-unknown'],
    ['a name that every object has', { purpose: 'constructor' }, 'purpose-unknown'],
    ['another department’s duty', { department: 'housing' }, 'purpose-unknown'],
    ['another question than the one it is for', { question: 'birth-entry' }, 'purpose-unknown'],
    ['the question of another department', { from: 'employment' }, 'purpose-unknown'],
    ['a case without a step', { caseId: 'LB20260302000001' }, 'case-unknown'],
    ['a case that no number can begin', { caseId: 'NOSUCHCASE/x' }, 'case-unknown'],
    ['a case with words in it', { caseId: 'LB1/my reason' }, 'case-unknown'],
  ])('not %s', (_, more, refused) => {
    expect(withoutBasis(purposes, { ...asked, ...more })?.refused).toBe(refused);
  });
});
