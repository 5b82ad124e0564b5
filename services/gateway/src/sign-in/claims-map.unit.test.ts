import { ConfigError, readSettings } from '@lianban/settings';
import { claimsFor } from './claims-map';
import { signInSettings } from './settings';

const read = (env: Record<string, string>) => readSettings(signInSettings, env);
const mapped = (env: Record<string, string>, said: Record<string, unknown>) => claimsFor(said, read(env).claims);
const errorOf = (env: Record<string, string>): string => {
  try {
    read(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
  }
  return 'no ConfigError';
};

test('an issuer with this site’s claim names needs no map', () => {
  expect(mapped({}, { sub: 'r-1', role: 'resident', department: 'permits' })).toEqual({ sub: 'r-1', role: 'resident' });
  expect(mapped({}, { sub: 'o-1', role: 'supervisor', department: 'permits', district: '410105' })).toEqual({
    sub: 'o-1',
    role: 'supervisor',
    department: 'permits',
    district: '410105',
  });
});

test.each([['counter'], ['payroll counter'], [['payroll', 'counter']]])(
  'an officer of a counter is one by %j',
  (scopes) => {
    const officer = { sub: 'o-1', role: 'officer', department: 'permits' };
    expect(mapped({}, { ...officer, scopes })).toEqual({ ...officer, scopes: 'counter' });
    expect(mapped({}, { ...officer, scopes: 'payroll' })).toEqual(officer);
    expect(mapped({ OIDC_CLAIMS: 'scopes=duties.desk' }, { ...officer, duties: { desk: scopes } })).toMatchObject({
      scopes: 'counter',
    });
    expect(mapped({}, { sub: 'r-1', role: 'resident', scopes })).toEqual({ sub: 'r-1', role: 'resident' });
  },
);

test('claims of another issuer are mapped to this site’s', () => {
  const env = {
    OIDC_CLAIMS: 'id=https://city.example/resident-id, role=realm_access.roles, department=unit',
    OIDC_ROLES: 'desk-head=supervisor,desk=officer,*=resident',
  };
  const roles = (...of: string[]) => ({ 'https://city.example/resident-id': 'p-7', realm_access: { roles: of } });
  expect(mapped(env, { ...roles('offline', 'desk', 'desk-head'), unit: 'permits' })).toMatchObject({
    sub: 'p-7',
    role: 'supervisor',
    department: 'permits',
  });
  expect(mapped(env, roles('offline'))).toMatchObject({ role: 'resident' });
  expect(mapped(env, { 'https://city.example/resident-id': 'p-7' })).toMatchObject({ role: 'resident' });
});

test.each([
  ['王小梅', '王小梅'],
  [' Maria José da Silva ', 'Maria José da Silva'],
  ['\u{2CB2D}', '\u{2CB2D}'],
  ['王\u202E梅', undefined],
  ['王'.repeat(101), undefined],
  [7, undefined],
])('a person said to be called %j is %j here', (said, name) => {
  expect(mapped({}, { sub: 'r-1', role: 'resident', name: said })?.name).toBe(name);
  expect(mapped({ OIDC_CLAIMS: 'name=of.name' }, { sub: 'r-1', role: 'resident', of: { name: said } })?.name).toBe(
    name,
  );
});

test.each([
  [['officer', 'resident'], { role: 'officer', roles: ['officer', 'resident'], department: 'permits' }],
  [['resident', 'officer', 'supervisor'], { role: 'supervisor', roles: ['supervisor', 'resident'] }],
  [['resident', 'operator'], { role: 'operator', roles: ['operator', 'resident'] }],
])('somebody with the roles %j may choose, the weightiest first', (role, expected) => {
  expect(mapped({}, { sub: 'p-1', role, department: 'permits' })).toMatchObject(expected);
});

test('an officer of no department is the resident they also are, and nothing else', () => {
  expect(mapped({}, { sub: 'p-1', role: ['officer', 'resident'] })).toEqual({ sub: 'p-1', role: 'resident' });
});

test.each([
  [{ sub: 'r-1' }],
  [{ role: 'resident' }],
  [{ sub: '王小明', role: 'resident' }],
  [{ sub: 'o-1', role: 'officer' }],
  [{ sub: 'o-1', role: 'officer', department: 'permits', district: 'downtown' }],
  [{ sub: 'x', role: { operator: true } }],
  [{ sub: ['r-1'], role: 'resident' }],
])('%j is nobody here', (said) => {
  expect(mapped({}, said)).toBeUndefined();
});

test.each([
  ['SESSION_KEY', { LIANBAN_ENV: 'production' }],
  ['OIDC_ISSUER', { LIANBAN_ENV: 'production' }],
  ['OIDC_ISSUER', { LIANBAN_ENV: 'production', OIDC_ISSUER: 'http://id.example' }],
  ['SESSION_KEY', { SESSION_KEY: 'c2hvcnQ=' }],
  ['SESSION_KEY', { SESSION_KEY: `${Buffer.alloc(32).toString('base64')},x` }],
  ['OIDC_ROLES', { OIDC_ROLES: 'boss=mayor' }],
  ['OIDC_CLAIMS', { OIDC_CLAIMS: 'name' }],
  ['OIDC_CLAIMS', { OIDC_CLAIMS: 'shoe=size' }],
  ['OFFICER_SIGN_IN', { LIANBAN_ENV: 'production' }],
  ['OFFICER_SIGN_IN', { OFFICER_SIGN_IN: 'step-up=soon' }],
  ['OFFICER_SIGN_IN', { OFFICER_SIGN_IN: 'acr' }],
  ['SESSION_IDLE_MINUTES', { SESSION_IDLE_MINUTES: '0' }],
])('%s that is wrong or missing stops the start', (name, env) => {
  expect(errorOf(env as unknown as Record<string, string>)).toContain(`${name}`);
});
