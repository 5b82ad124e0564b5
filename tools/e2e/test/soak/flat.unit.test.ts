import { growth } from './flat';

const at = (residentMb: number, handles = 40) => ({ residentMb, handles });

test('fluctuating memory is flat', () => {
  expect(
    growth(
      'permits',
      [140, 160, 145, 158, 150, 141].map((mb) => at(mb)),
    ),
  ).toEqual([]);
});

test('rising memory is a leak', () => {
  expect(
    growth(
      'permits',
      [140, 150, 160, 170, 180, 190].map((mb) => at(mb)),
    ),
  ).toEqual(['I12 permits grew from 150 to 180 MB']);
});

test('handles that are never released are a leak', () => {
  expect(
    growth(
      'permits',
      [40, 50, 60, 70, 80, 90].map((handles) => at(140, handles)),
    ),
  ).toEqual(['I12 permits holds 80 handles, before 50']);
});
