import { catalogue } from '../../test/site';
import { factsOf } from './facts';

const allowance = catalogue.packages
  .flatMap(({ steps }) => steps)
  .find(({ item }) => item.code === 'elderly-care-allowance')?.item;

test('the applicant is told the facts that the item lists for them, money in yuan, and nothing else', () => {
  const told = factsOf({ level: 2, amountCents: 20_000, internal: 'x', course: true }, allowance);
  expect(told.map(({ name, value }) => [name.zh, value.zh])).toEqual([
    ['能力等级', '2'],
    ['每月金额', '¥200.00'],
  ]);
});

test('nothing is told of an item the catalogue does not have', () => {
  expect(factsOf({ level: 2 }, undefined)).toEqual([]);
});
