import type { Facts } from '@lianban/casework';
import { foresee, loadCatalogue } from './index';

const catalogue = loadCatalogue();
const prospects = (code: string, answers: Facts) =>
  Object.fromEntries(foresee(catalogue.find(code)!, answers).map(({ id, prospect }) => [id, prospect]));

describe('what would be asked for', () => {
  test('without answers, what depends on them is open, and what waits for a step comes later', () => {
    expect(prospects('elderly-parent-care', {})).toEqual({
      assessment: 'asked',
      allowance: 'later',
      'minimum-living': 'open',
      'home-adaptation': 'open',
      'caregiver-course': 'open',
    });
  });

  test('complete answers leave nothing open: what was not chosen is not asked for', () => {
    const foreseen = foresee(catalogue.find('elderly-parent-care')!, { wantsCaregiverCourse: true }, true);
    expect(Object.fromEntries(foreseen.map(({ id, prospect }) => [id, prospect]))).toEqual({
      assessment: 'asked',
      allowance: 'later',
      'minimum-living': 'not-asked',
      'home-adaptation': 'not-asked',
      'caregiver-course': 'asked',
    });
  });

  test('answers decide by the conditions the process runs on', () => {
    const answers = { wantsMinimumLiving: true, wantsHomeAdaptation: false, wantsCaregiverCourse: null };
    expect(prospects('elderly-parent-care', answers)).toMatchObject({
      'minimum-living': 'asked',
      'home-adaptation': 'not-asked',
      'caregiver-course': 'open',
    });
    expect(prospects('open-small-shop', { savingsCents: 1_999_999, premisesArea: 20 })).toMatchObject({
      relief: 'asked',
      licence: 'later',
    });
    expect(prospects('open-small-shop', { savingsCents: 2_000_000 })).toMatchObject({ relief: 'not-asked' });
  });

  test('a step whose need will not be asked for cannot be either, and says which', () => {
    const shop = catalogue.find('open-small-shop')!;
    const open = { when: 'premisesArea > 0', means: { zh: '有经营场所', en: 'There are premises' } };
    const steps = shop.steps.map((step) => (step.id === 'licence' ? { ...step, conditions: [open] } : step));
    const [, , , licence, sign] = foresee({ ...shop, steps }, { premisesArea: 0 });
    expect(licence).toMatchObject({ prospect: 'not-asked', conditions: [{ verdict: 'not-met' }] });
    expect(sign).toMatchObject({ prospect: 'not-asked', blockedBy: ['licence'] });
  });

  test('why is told in words, with what it waits for, and repeats no answer', () => {
    const [, allowance, living] = foresee(catalogue.find('elderly-parent-care')!, { ownerConsent: true });
    expect(allowance?.conditions).toEqual([
      {
        expression: 'assessment.level >= 2',
        means: { zh: '能力评估为 2 级或以上', en: 'The assessment finds level 2 or above' },
        verdict: 'later',
        waitsFor: ['assessment'],
      },
    ]);
    expect(living?.conditions).toMatchObject([{ verdict: 'open', waitsFor: ['wantsMinimumLiving'] }]);
  });
});
