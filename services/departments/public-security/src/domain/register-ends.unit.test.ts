import { missing, ruled } from '../../test/given';
import { DEATH_PROOFS } from './death-registration';

const handed = (code: string) => [{ code, grade: 'B', reference: 'm' }];

describe('death-registration', () => {
  const answers = { diedOn: '2026-02-20' };
  const death = (more: Parameters<typeof ruled>[1] = {}) =>
    ruled('death-registration', { answers, materials: handed('medical-certificate'), ...more });

  // 河南省户口登记规范 art. 74
  test.each(DEATH_PROOFS)('%s alone proves it', (proof) => {
    expect(missing('death-registration', { answers, materials: handed(proof) })).toEqual([]);
  });

  test('what the hospital or the police said in the same package is not asked for again', () => {
    const proof = { outcome: 'granted', deathCertificateNumber: 'DP-1' };
    expect(missing('death-registration', { answers, earlier: { 'death-proof': proof } })).toEqual([]);
    const refused = { ...proof, outcome: 'refused' };
    expect(missing('death-registration', { answers, earlier: { 'death-proof': refused } })).toHaveLength(1);
  });

  test('without any, the usual one is asked for', () => {
    expect(missing('death-registration', { answers, materials: handed('photo') })).toEqual(['medical-certificate']);
  });

  test('the day of death counts, not that of cancelling; late is no refusal', () => {
    expect(death({ on: '2026-08-01' })).toMatchObject({
      outcome: 'granted',
      facts: { diedOn: '2026-02-20', cancellationNumber: 'DC-LB20260302000001' },
      grounds: [{ met: true }, { code: 'death-within-a-month', met: false }],
    });
  });

  test('refused: date-in-future', () => {
    expect(death({ answers: { diedOn: '2026-03-03' } })).toMatchObject({
      outcome: 'refused',
      reason: 'date-in-future',
    });
  });
});

describe('register-move', () => {
  const move = (movesFor: string, proof: string) =>
    ruled('register-move', { answers: { movesFor }, materials: handed('move-ground-paper'), findings: { proof } });

  test.each(['home', 'job', 'spouse', 'parents', 'child', 'study', 'talent'])('for %s, when it is proved', (ground) => {
    expect(move(ground, 'proved')).toMatchObject({
      outcome: 'granted',
      facts: { moveInPermit: 'MI-LB20260302000001' },
    });
    expect(move(ground, 'not-proved')).toMatchObject({ outcome: 'refused', reason: 'ground-not-proved' });
  });

  test('not for anything else, and not before somebody looked', () => {
    expect(move('holiday', 'proved')).toMatchObject({ refused: 'application-incomplete' });
    expect(move('home', '')).toMatchObject({ refused: 'proof-open' });
  });
});
