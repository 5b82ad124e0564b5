import { due, monthsFrom } from '@lianban/entitlements';
import { entitled } from '../../test/given';

const subsidy = (bornOn: string, until: string) =>
  entitled('childcare-subsidy', { answers: { bornOn }, subjectId: 'r-child', known: { claim: { taken: false } } }, [
    until,
    { type: 'Wake' },
  ]);

// 育儿补贴制度实施方案 (areas.md HF4): 3,600 yuan a year, once a year.
test.each([
  [
    '2026-02-20',
    [
      ['2026-03', 3_600],
      ['2027-01', 3_600],
      ['2028-01', 3_600],
    ],
  ],
  [
    '2024-12-15',
    [
      ['2026-03', 3_600],
      ['2027-01', 3_600],
    ],
  ],
  ['2023-10-15', [['2026-03', 3_000]]],
])('a child born on %s is paid in %j', (bornOn, expected) => {
  const child = subsidy(bornOn, '2028-02-01');
  const paid = monthsFrom('2026-01', '2029-12').map((month) => [month, (due(child, month) ?? 0) / 100] as const);
  expect(paid.filter(([, yuan]) => yuan > 0)).toEqual(expected);
  expect(child).toMatchObject({ holder: { kind: 'person', id: 'r-child' }, payeeId: 'r-1' });
});
