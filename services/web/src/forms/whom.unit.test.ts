import { aboutOf } from './whom';

const children = [{ residentId: 'r-9', name: '宋知远' }];
const of = (...about: string[]) => ({ about });

test.each([
  ['the applicant, who is not asked', of('self'), '', {}],
  ['a newborn, of whom there is nothing to choose', of('newborn'), '', { about: { kind: 'newborn' } }],
  ['a child of the household', of('child'), 'r-9', { about: { kind: 'child', residentId: 'r-9' } }],
  ['oneself, where that can be', of('self', 'child'), 'self', {}],
  ['nobody yet', of('self', 'child'), '', undefined],
  ['not oneself, where it is about children', of('child'), 'self', undefined],
  ['nobody else’s child', of('child'), 'r-1', undefined],
])('about %s', (_, what, chosen, about) => {
  expect(aboutOf(what, chosen, children)).toEqual(about);
});
