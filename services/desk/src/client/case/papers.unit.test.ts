import { pagesToShow, papersOf } from './papers';

const upload = (n: number) => `FM0000000${n}-0000-4000-8000-000000000000`;
const material = (code: string, reference: string, more = {}) => ({ code, grade: 'C', reference, ...more });

test('materials of one code are pages of one paper, in the order they came; what was not uploaded is not shown', () => {
  const materials = [
    material('lease', upload(1)),
    material('plan', upload(2)),
    material('lease', upload(3), { handedInAt: '2026-03-04T01:00:00Z' }),
    material('licence', 'ZY-2026-000123'),
  ];
  expect(papersOf(materials).map(({ code, pages }) => [code, pages.map(({ nth }) => nth)])).toEqual([
    ['lease', [1, 2]],
    ['plan', [1]],
    ['licence', [1]],
  ]);
  expect(pagesToShow(materials).map(({ reference }) => reference)).toEqual([upload(1), upload(3), upload(2)]);
});
