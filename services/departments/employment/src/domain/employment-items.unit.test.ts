import { join } from 'node:path';
import { loadDepartment } from '@lianban/catalogue';
import { type Evidence, type Facts, type Item, cataloguedItems } from '@lianban/casework';
import { items } from '../items';
import { HARD_TO_EMPLOY } from './hard-to-employ';

const [registration, ...courses] = cataloguedItems(items, loadDepartment(join(__dirname, '..', '..'))) as [
  Item,
  Item,
  Item,
];

const evidence = (answers: Facts, known: Facts = {}, requestedAt = new Date('2026-03-02T01:00:00Z')): Evidence => ({
  request: {
    applicationNumber: '2026000001',
    step: 'registration',
    item: 'unemployment-registration',
    department: 'employment',
    residentId: 'r-1',
    district: '410105',
    answers,
    earlier: {},
    materials: [],
    decidedBy: 'rule',
    statutoryDays: 20,
    promisedDays: 7,
    requestedAt,
  },
  known,
  findings: {},
  now: requestedAt,
});

describe.each(courses)('item $code', (item) => {
  test('asks the course for a seat', () => {
    expect(item.needs(evidence({}).request)).toEqual(['seat']);
  });

  test('is granted with the course and the seat', () => {
    expect(item.rule(evidence({}, { seat: { course: 'care-1', seat: 3 } }))).toMatchObject({
      outcome: 'granted',
      facts: { course: 'care-1', seat: 3 },
      grounds: [{ met: true }],
    });
  });

  test('is refused when every seat is taken, with the place in the waiting list', () => {
    expect(item.rule(evidence({}, { seat: { available: false } }))).toMatchObject({
      outcome: 'refused',
      reason: 'course-full',
      facts: {},
      grounds: [{ met: false }],
    });
    expect(item.rule(evidence({}, { seat: { course: 'care-1', available: false, place: 2 } }))).toMatchObject({
      reason: 'course-full',
      facts: { course: 'care-1', place: 2 },
    });
  });

  test('decides nothing before the course has answered', () => {
    expect(item.rule(evidence({}))).toMatchObject({ refused: 'seat-missing' });
  });
});

describe('unemployment registration', () => {
  const answers = { reason: 'contract-ended', lastWorkedOn: '2026-01-31' };
  const facts = (more: Facts, requestedAt?: Date) => {
    const ruling = registration.rule(evidence({ ...answers, ...more }, {}, requestedAt));
    return 'facts' in ruling ? ruling.facts : ruling;
  };

  test('gives one number for one application, however often it is decided', () => {
    expect(facts({})).toEqual({ registrationNumber: 'UR-2026000001', hardToEmploy: false });
    expect(facts({})).toEqual(facts({}));
  });

  test('tells everything missing or wrong at once', () => {
    const wrong = { lastWorkedOn: '2026-02-30', categories: ['tired'], reason: ' ' };
    expect(registration.missing(evidence(wrong).request).map((m) => m.code)).toEqual([
      'reason',
      'lastWorkedOn',
      'categories',
    ]);
    expect(registration.missing(evidence(answers).request)).toEqual([]);
    expect(registration.missing(evidence({ reason: 'never-worked' }).request)).toEqual([]);
  });

  test.each(HARD_TO_EMPLOY)('recognises %s', (category) => {
    expect(facts({ categories: [category] })).toMatchObject({ hardToEmploy: true });
  });

  test('a year without work counts by itself, from the same date a year later on', () => {
    expect(facts({ lastWorkedOn: '2025-03-02' })).toMatchObject({ hardToEmploy: true });
    expect(facts({ lastWorkedOn: '2025-03-03' })).toMatchObject({ hardToEmploy: false });
  });

  test('the day is the one in Zhengzhou', () => {
    const evening = new Date('2026-03-01T16:00:00Z');
    expect(facts({ lastWorkedOn: '2025-03-02' }, evening)).toMatchObject({ hardToEmploy: true });
    expect(facts({ lastWorkedOn: '2025-03-02' }, new Date(evening.getTime() - 1))).toMatchObject({
      hardToEmploy: false,
    });
  });

  test('who works until a day to come is still employed', () => {
    expect(registration.rule(evidence({ ...answers, lastWorkedOn: '2026-03-03' }))).toMatchObject({
      outcome: 'refused',
      reason: 'still-employed',
    });
    expect(registration.rule(evidence({ ...answers, lastWorkedOn: '2026-03-02' }))).toMatchObject({
      outcome: 'granted',
    });
  });
});
