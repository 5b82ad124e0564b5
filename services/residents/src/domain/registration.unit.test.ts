import { readRegistration, type Registration } from './registration';

const today = new Date('2026-03-02T01:00:00Z');
const good: Registration = {
  name: '王芳',
  idNumber: '11010519491231002X',
  phone: '13800000000',
  address: '金水区花园路1号',
  communityCode: '410105001001',
};
const wrongFields = (more: Partial<Registration>) =>
  readRegistration({ ...good, ...more }, today).wrong.map(({ field }) => field);

test('a good registration has nothing wrong, with a mobile or a landline', () => {
  expect(readRegistration(good, today)).toMatchObject({ registration: good, wrong: [] });
  expect(wrongFields({ phone: '0371-61234567' })).toEqual([]);
});

test('it is stored in one form, however it was typed', () => {
  const typed = { ...good, name: '阿卜杜拉 • 买买提', phone: '+86 138 0000 0000', address: ' 金水区花园路１号\u200b' };
  expect(readRegistration(typed, today)).toMatchObject({
    registration: { name: '阿卜杜拉·买买提', phone: '13800000000', address: '金水区花园路1号' },
    wrong: [],
  });
});

test('everything wrong is told at once, and nothing typed is repeated', () => {
  const bad: Registration = {
    name: ' ',
    idNumber: '11010519491231003X',
    phone: '12345',
    address: '',
    communityCode: '4101',
  };
  const { wrong } = readRegistration(bad, today);
  expect(wrong.map((w) => w.field)).toEqual(['name', 'idNumber', 'phone', 'address', 'communityCode']);
  expect(JSON.stringify(wrong)).not.toContain(bad.idNumber);
  expect(JSON.stringify(wrong)).not.toContain(bad.phone);
});

test.each(['12800000000', '1380000000', '138000000001', 'phone'])('%s is no telephone number', (phone) => {
  expect(wrongFields({ phone })).toEqual(['phone']);
});

test('a number that says no birthday needs one beside it, and one that does must agree with it', () => {
  const permit = { idKind: 'hk-macao-travel-permit', idNumber: 'h12345678' };
  const { identity } = readRegistration({ ...good, ...permit, birthDate: '1991-07-30' }, today);
  expect(identity).toEqual({
    kind: 'hk-macao-travel-permit',
    text: 'H12345678',
    birthDate: '1991-07-30',
    isLifelong: false,
  });
  expect(wrongFields(permit)).toEqual(['birthDate']);
  expect(wrongFields({ ...permit, birthDate: '1991-02-30' })).toEqual(['birthDate']);
  expect(wrongFields({ ...permit, birthDate: '2026-03-03' })).toEqual(['birthDate']);
  expect(wrongFields({ ...permit, idKind: 'library-card' })).toEqual(['idKind']);
  expect(wrongFields({ birthDate: '1949-12-30' })).toEqual(['birthDate']);
  expect(wrongFields({ birthDate: '1949-12-31' })).toEqual([]);
});

test('names and addresses have an end', () => {
  expect(wrongFields({ name: '长'.repeat(101), address: '长'.repeat(201) })).toEqual(['name', 'address']);
  expect(wrongFields({ name: '长'.repeat(100), address: '长'.repeat(200) })).toEqual([]);
});
