import { type Session, identityIn, wantsRenewal } from './session';

const times = { idle: 100, absolute: 250 };
const begun: Session = { id: 's', claims: { sub: 'r-1', role: 'resident' }, startedAt: 1000, seenAt: 1000 };
const seen = (seenAt: number): Session => ({ ...begun, seenAt });
const lasts = (session: Session, now: number) => identityIn(session, times, now) !== undefined;

test('a session expires without activity', () => {
  expect([lasts(begun, 1099), lasts(begun, 1100)]).toEqual([true, false]);
});

test('activity extends a session, never beyond its absolute end', () => {
  expect([lasts(seen(1090), 1150), lasts(seen(1240), 1249), lasts(seen(1240), 1250)]).toEqual([true, true, false]);
});

test('the identity expires with the session, so live streams end too', () => {
  const expected = { role: 'resident', id: 'r-1', session: 's', roles: ['resident'], expiresAt: new Date(1250_000) };
  expect(identityIn(seen(1200), times, 1210)).toEqual(expected);
});

test('activity is recorded once a minute', () => {
  expect([wantsRenewal(begun, 1059), wantsRenewal(begun, 1060)]).toEqual([false, true]);
});

test.each([{ role: 'mayor' }, { role: 'officer' }, { sub: '王小明' }])(
  'claims that make nobody are no session: %j',
  (claims) => {
    expect(lasts({ ...begun, claims: { ...begun.claims, ...claims } }, 1000)).toBe(false);
  },
);
