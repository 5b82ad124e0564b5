import { due, monthsFrom } from '@lianban/entitlements';
import { entitled } from '../../test/given';

const known = { claim: { taken: false } };

// 郑州市失业保险条例 art. 24, 25 (areas.md SS2): 60 months paid in → 14 months, 23,520 yuan in all.
test('the unemployment benefit ends by itself after its months', () => {
  const benefit = entitled(
    'unemployment-benefit',
    {
      answers: { registeredOn: '2026-03-02' },
      materials: [{ code: 'termination-paper', grade: 'C', reference: 'm' }],
      findings: { monthsPaid: 60, endedBy: 'dismissed', jobSeeker: true, drawsPension: false },
      known,
    },
    ['2027-06-01', { type: 'Wake' }],
  );
  const paid = monthsFrom('2026-01', '2028-01').filter((month) => due(benefit, month) !== 0);
  expect([paid[0], paid.at(-1), paid.length]).toEqual(['2026-04', '2027-05', 14]);
  expect(paid.reduce((sum, month) => sum + due(benefit, month)! / 100, 0)).toBe(23_520);
  expect(benefit.stop).toEqual({ from: '2027-06', cause: 'until-reached' });
});
