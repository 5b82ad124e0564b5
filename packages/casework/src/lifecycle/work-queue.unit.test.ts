import fc from 'fast-check';
import { chineseWorkingDays as calendar } from '../calendar/chinese-working-days';
import { daysLeft } from './worklist';
import { at, endOf } from '../../test/given/example';
import { levelOf, runningFilter, standingDue, standingFilter, workFilter } from './work-queue';

const asked = {
  ...{ status: '', holder: '', unassigned: false, item: '', step: '', district: '', reach: '', level: '' },
  extensionAsked: false,
  askWaiting: false,
};

/** The few operators the filters use, so that what they let through can be tried. */
const passes = (value: number | Date | string, range: Record<string, number | Date | string>): boolean =>
  Object.entries(range).every(([operator, bound]) => {
    if (operator === '$gt') return value > bound;
    if (operator === '$gte') return value >= bound;
    if (operator === '$lt') return value < bound;
    return operator === '$lte' ? value <= bound : false;
  });

test('without a status the queue is what waits for an officer', () => {
  expect(workFilter(asked)).toEqual({ 'state.place.waitsFor': 'officer' });
  expect(workFilter({ ...asked, status: 'notice' })).toEqual({
    'state.status': 'notice',
    'state.file.decidedBy': 'officer',
  });
});

test('of extensions that wait for approval there is a list of its own', () => {
  expect(workFilter({ ...asked, extensionAsked: true })).toMatchObject({ 'state.file.extension.status': 'asked' });
});

test('of everything that waits for a second person there is one, within the officer’s reach', () => {
  expect(workFilter({ ...asked, askWaiting: true, reach: '410105' })).toMatchObject({
    $and: [
      { 'state.file.request.district': { $in: ['410105', ''] } },
      {
        $or: [
          { 'state.file.extension.status': 'asked' },
          { 'state.file.decisionAsk.status': 'asked' },
          { 'state.file.correctionAsk.status': 'asked' },
        ],
      },
    ],
  });
});

test('every choice narrows it', () => {
  const chosen = { ...asked, unassigned: true, item: 'plain', step: 'assess', district: '410105', reach: '410105' };
  expect(workFilter(chosen)).toEqual({
    'state.place.waitsFor': 'officer',
    'state.place.holder': '',
    'state.file.request.item': 'plain',
    'state.file.request.step': 'assess',
    'state.file.request.district': '410105',
    $and: [{ 'state.file.request.district': { $in: ['410105', ''] } }],
  });
});

const moment = fc
  .integer({ min: 0, max: 200 * 24 })
  .map((hours) => new Date(at('02-10').getTime() + hours * 3_600_000));
const levels = ['overdue', 'red', 'amber', 'green'] as const;

test('a limit is found under the level the case shows, and under no other', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 0, max: 200 }), (asOf, days) => {
      const due = endOf('02-10');
      due.setTime(due.getTime() + days * 86_400_000);
      const shown = levelOf(daysLeft(due, asOf, calendar)!);
      const found = levels.filter((level) =>
        passes(due, runningFilter(level, asOf, calendar)['state.place.due'] as Record<string, Date>),
      );
      expect(found).toEqual([shown]);
    }),
  );
});

test('so are the days left of a clock that stands still', () => {
  for (const left of [0, 1, 2, 3, 4, 20]) {
    const found = levels.filter((level) =>
      passes(left, standingFilter(level, calendar)['state.place.left'] as Record<string, number>),
    );
    expect(found).toEqual([levelOf(left)]);
  }
});

test('a case whose clock stands still is on the next page exactly when its turn comes after the last of this one', () => {
  fc.assert(
    fc.property(moment, fc.nat({ max: 30 }), moment, fc.constantFrom('a', 'm', 'z'), (asOf, left, ended, id) => {
      const due = endOf('02-10');
      due.setTime(due.getTime() + Math.round((ended.getTime() - due.getTime()) / 86_400_000) * 86_400_000);
      const { ['state.place.left']: range, $or: or } = standingFilter('', calendar, { asOf, due, id }) as {
        'state.place.left': Record<string, number>;
        $or?: [{ 'state.place.left': Record<string, number> }, { _id: Record<string, string> }];
      };
      const isFound = passes(left, range) && (!or || passes(left, or[0]['state.place.left']) || passes('n', or[1]._id));
      const own = standingDue(left, asOf, calendar);
      expect(isFound).toBe(own > due || (own.getTime() === due.getTime() && 'n' > id));
    }),
  );
});
