import { onTimeShare, openCases, share, waitingRows } from './figures';

test('a share of zero is a dash', () => {
  expect([share(3, 4), share(0, 5), share(0, 0)]).toEqual(['75%', '0%', '—']);
  expect(
    openCases({
      ages: [
        { fromDays: 0, cases: 2 },
        { fromDays: 6, cases: 3 },
      ],
    }),
  ).toBe(5);
});

test('waiting cases are one row per department, the most first', () => {
  const group = (
    department: string,
    waitsFor: 'officer' | 'resident',
    item: string,
    cases: number,
    oldest: string,
  ) => ({
    department,
    waitsFor,
    item,
    cases,
    oldest,
  });
  expect(
    waitingRows([
      group('permits', 'officer', 'sign', 1, '2026-03-02'),
      group('elderly-care', 'officer', 'assessment', 4, '2026-03-01'),
      group('permits', 'officer', 'licence', 1, '2026-02-27'),
      group('permits', 'resident', 'licence', 1, '2026-03-05'),
    ]),
  ).toEqual([
    {
      department: 'elderly-care',
      counts: { officer: 4, resident: 0, facts: 0, notice: 0 },
      total: 4,
      oldest: '2026-03-01',
    },
    { department: 'permits', counts: { officer: 2, resident: 1, facts: 0, notice: 0 }, total: 3, oldest: '2026-02-27' },
  ]);
});

test('cases that are overdue and still open count as late', () => {
  const holders = [
    { holder: 'o-1', cases: 3, overdue: 2 },
    { cases: 4, overdue: 1 },
  ];
  expect(onTimeShare({ onTime: 3, decided: 3, holders: [] })).toBe('100%');
  expect(onTimeShare({ onTime: 3, decided: 3, holders })).toBe('50%');
  expect(onTimeShare({ onTime: 0, decided: 0, holders })).toBe('0%');
});
