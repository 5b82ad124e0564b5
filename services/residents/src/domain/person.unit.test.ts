import { person, type PersonEvent, type RegisterPerson } from './person';
import { recordRead } from './read';

const at = new Date('2026-03-02T01:00:00Z');
const later = new Date('2026-03-05T01:00:00Z');
const details = {
  personId: 'r-1',
  sealed: { name: 'n1', idNumber: 'i1', phone: 'p1', address: 'a1' },
  idIndex: 'blind-1',
  birthDate: '1949-12-31',
  communityCode: '410105001001',
};
const register: RegisterPerson = { type: 'RegisterPerson', ...details };
const registered = (person.decide(register, person.initial('r-1'), at) as PersonEvent[]).reduce(
  person.evolve,
  person.initial('r-1'),
);

test('a resident is registered in the district of their community', () => {
  expect(person.decide(register, person.initial('r-1'), at)).toEqual([
    { ...details, type: 'PersonRegistered', district: '410105', at },
  ]);
  expect(registered).toEqual({ ...details, status: 'registered', district: '410105', registeredAt: at });
});

test('the same again changes nothing', () => {
  expect(person.decide(register, registered, later)).toEqual([]);
});

test.each([
  { communityCode: '410102002003' },
  { sealed: { ...register.sealed, name: 'n2' } },
  { sealed: { ...register.sealed, idNumber: 'i2' } },
  { sealed: { ...register.sealed, phone: 'p2' } },
  { sealed: { ...register.sealed, address: 'a2' } },
])('who moves or changes details stays the same resident: %j', (change) => {
  const events = person.decide({ ...register, ...change }, registered, later) as PersonEvent[];
  expect(events).toMatchObject([{ type: 'PersonChanged', personId: 'r-1', at: later, ...change }]);
  const { communityCode } = { ...register, ...change };
  expect(events.reduce(person.evolve, registered)).toEqual({
    ...registered,
    ...change,
    district: communityCode.slice(0, 6),
  });
});

test('another ID number is another resident', () => {
  expect(person.decide({ ...register, idIndex: 'blind-2' }, registered, later)).toMatchObject({
    refused: 'id-number-differs',
  });
  expect(person.decide({ ...register, birthDate: '1950-01-01' }, registered, later)).toMatchObject({
    refused: 'id-number-differs',
  });
});

test('a community code has twelve digits', () => {
  expect(person.decide({ ...register, communityCode: '410105' }, registered, at)).toMatchObject({
    refused: 'community-unknown',
    pointer: '/communityCode',
  });
});

describe('reading a resident’s data', () => {
  const read = {
    residentId: 'r-1',
    reader: 'social-assistance',
    caseId: '1/relief',
    purpose: 'means-test',
    fields: ['means'],
  };

  test('is recorded with who, for which case, why and what', () => {
    expect(recordRead(read, at)).toEqual({ ...read, type: 'ReadRecorded', at });
  });

  test('is refused without case, purpose, reader or fields, all told at once', () => {
    expect(recordRead({ ...read, reader: '', caseId: ' ', purpose: '', fields: [] }, at)).toMatchObject({
      refused: 'read-without-reason',
      detail: expect.stringContaining('reader, caseId, purpose, fields'),
      pointer: '/reader',
    });
  });
});
