import { createIssuer } from '@lianban/infra';
import { connect } from '@lianban/grpc';
import { residents } from '@lianban/protos';
import { demoResident } from '../src/demo/people';
import { applicationWhen, stands } from '../src/wait-for';
import { type TestCity, startCity } from './harness/city';
import { caseWhen } from '../src/desk';
import { fingerprint } from './harness/fingerprint';
import { type Raw, problemOf, sendRaw } from './harness/raw';
import { testServers } from './harness/servers';
import { wholeShop } from './harness/shop';

let city: TestCity;
/** An application of resident 1 that waits for an officer of permits in one district. */
let number: string;
let before: string;
const key = 'the-key-of-the-one-submission';
const shop = { ...wholeShop, materials: [], district: demoResident(1).communityCode.slice(0, 6) };
/** The same with copies of its papers, which are uploaded first. */
let handedIn: object;

beforeAll(async () => {
  city = await startCity({ name: 'bad-input', servers: testServers(), residents: 3 });
  const empty = await fingerprint(city);
  const resident = city.resident(1);
  const headers = { 'idempotency-key': key };
  const materials = await resident.copies('health-certificates', 'sign-drawing', 'hygiene-layout');
  handedIn = { ...shop, materials };
  ({ applicationNumber: number } = await resident.post<{ applicationNumber: string }>(
    '/api/applications',
    handedIn,
    headers,
  ));
  await applicationWhen(resident, number, 'three steps are granted', (now) =>
    ['registration', 'course', 'relief'].every((id) => stands(id, 'granted')(now)),
  );
  await caseWhen(city.officer('permits'), number, 'licence', 'received');
  before = await fingerprint(city);
  expect(before).not.toBe(empty);
});
afterEach(async () => expect(await fingerprint(city)).toBe(before));
afterAll(() => city?.stop());

const resident = (n: number) => city.token({ role: 'resident', sub: `resident-${n}` });
const officer = (department: string, more: object = {}) =>
  city.token({ role: 'officer', sub: 'officer-1', department, ...more });
const answer = async (raw: Raw) => problemOf(await sendRaw(city.url, raw));
let keys = 0;
const submit = (body: unknown, headers: Raw['headers'] = { 'idempotency-key': `another-key-${keys++}` }) =>
  answer({ path: '/api/applications', token: resident(2), body, headers });
const without = (field: keyof typeof wholeShop.answers) => ({ ...wholeShop.answers, [field]: undefined });

/** Submitted by resident 2, who is registered in another district than resident 1. */
const vouched = (more: object) => ({
  ...wholeShop,
  materials: [{ code: 'sign-drawing', grade: 'C', reference: 'FM00000000-0000-4000-8000-000000000000', ...more }],
});

describe('an invalid submission is refused with the wrong field', () => {
  test.each<[string, unknown, number, string]>([
    ['a package of the wrong type', { ...shop, package: 7 }, 422, '/package'],
    ['no package', { ...shop, package: undefined }, 422, '/package'],
    ['a package nobody knows', { ...shop, package: 'moon-base' }, 422, '/package'],
    ['a field nobody knows', { ...shop, residentId: 'resident-1' }, 422, '/residentId'],
    ['a missing answer', { ...shop, answers: without('reason') }, 422, '/answers/reason'],
    [
      'an answer of the wrong type',
      { ...shop, answers: { ...shop.answers, savingsCents: 'few' } },
      422,
      '/answers/savingsCents',
    ],
    [
      'an answer out of range',
      { ...shop, answers: { ...shop.answers, premisesArea: -1 } },
      422,
      '/answers/premisesArea',
    ],
    ['an answer to no question', { ...shop, answers: { ...shop.answers, castle: 1 } }, 422, '/answers/castle'],
    ['a $-object', { ...shop, answers: { ...shop.answers, reason: { $gt: '' } } }, 422, '/answers/reason/$gt'],
    ['a material without a grade', { ...shop, materials: [{ code: 'm', reference: 'f' }] }, 422, '/materials/0/grade'],
    ['an original nobody saw', vouched({ grade: 'A' }), 422, '/materials/0/grade'],
    ['a paper that is nowhere', vouched({ reference: 'no-such-paper' }), 422, '/materials/0/reference'],
    ['an upload that never was', vouched({}), 422, '/materials/0/reference'],
    ['a name and an ID number', vouched({ reference: '王小梅-410105198001011234' }), 422, '/materials/0/reference'],
    ['a material nobody asks for', vouched({ code: 'dog-licence' }), 422, '/materials/0/code'],
    ['a district of nobody', { ...shop, district: '999999' }, 422, '/district'],
    ['a district of somebody else', shop, 422, '/district'],
    ['a package for elders', { package: 'elderly-parent-care', answers: {} }, 422, '/package'],
    ['a district that is none', { ...shop, district: 'west' }, 422, '/district'],
  ])('%s', async (_case, body, status, name) => {
    const problem = await submit(body);
    expect(problem.status).toBe(status);
    expect(problem.names).toContain(name);
  });

  test('a body of more than one megabyte', async () => {
    const problem = await submit({ ...shop, padding: 'x'.repeat(1024 * 1024) });
    expect(problem).toMatchObject({ status: 413 });
  });

  test('a body that is no JSON', async () => expect(await submit('{"package":')).toMatchObject({ status: 400 }));

  test('no Idempotency-Key', async () =>
    expect(await submit(shop, {})).toMatchObject({ status: 400, names: ['Idempotency-Key'] }));
});

describe('a repeated Idempotency-Key', () => {
  const again = (body: unknown) =>
    sendRaw(city.url, { path: '/api/applications', token: resident(1), body, headers: { 'idempotency-key': key } });

  test('with the same body is answered with the same number', async () => {
    const response = await again(handedIn);
    expect(response.status).toBe(202);
    expect(response.headers.get('idempotency-replayed')).toBe('true');
    expect(await response.json()).toEqual({ applicationNumber: number });
  });

  test('with another body is refused', async () => {
    const other = { ...handedIn, answers: { ...shop.answers, premisesArea: 25 } };
    const problem = await problemOf(await again(other));
    expect(problem).toEqual({ status: 409, slug: 'idempotency-key-reused', names: ['Idempotency-Key'] });
  });
});

describe('another resident’s application is not found', () => {
  const objection = { reason: 'Not mine.' };
  const supplement = {
    materials: [{ code: 'hygiene-layout', grade: 'C', reference: 'FM00000000-0000-4000-8000-000000000000' }],
  };
  test.each<[string, string, object | undefined]>([
    ['to read', '', undefined],
    ['to watch', '/events', undefined],
    ['to withdraw', '/withdrawal', objection],
    ['to object to', '/steps/licence/objection', objection],
    ['to supplement', '/steps/licence/supplement', supplement],
  ])('%s', async (_case, act, body) => {
    const at = (n: string) => ({ path: `/api/applications/${n}${act}`, token: resident(2) });
    const raw = (n: string) => (body ? { ...at(n), body } : { ...at(n), method: 'GET' });
    const problem = await answer(raw(number));
    expect(problem).toMatchObject({ status: 404, slug: 'application-not-found' });
    expect(await answer(raw('LB20260302999999'))).toEqual(problem);
  });

  test('nor is it in their list', async () => {
    const path = '/api/applications';
    const list = await sendRaw(city.url, { path, token: resident(2), method: 'GET' });
    expect(await list.json()).toEqual({ applications: [] });
  });
});

test.each<[string, string, () => string | undefined]>([
  ['expired', 'token-expired', () => city.token({ role: 'resident', sub: 'resident-1', expiresIn: -60 })],
  ['forged', 'token-forged', () => createIssuer().token({ role: 'resident', sub: 'resident-1' })],
  [
    'for another audience',
    'token-other-audience',
    () => city.token({ role: 'resident', sub: 'resident-1', aud: 'bank' }),
  ],
  ['missing', 'token-missing', () => undefined],
])('a token that is %s is 401', async (_case, slug, token) => {
  const headers = { 'idempotency-key': 'a-key-with-a-bad-token' };
  const problem = await answer({ path: '/api/applications', token: token(), body: shop, headers });
  expect(problem).toMatchObject({ status: 401, slug });
});

describe('at the desk', () => {
  const decision = { outcome: 'granted', reason: 'conditions-met', findings: { inspection: 'passed' } };
  const act = (token: string, what: string, body: object = {}, headers: Raw['headers'] = {}) =>
    answer({ path: `/api/desk/cases/${number}/licence/${what}`, token, body, headers });

  test('an officer of another department finds no such case', async () => {
    const token = officer('employment');
    const read = answer({ path: `/api/desk/cases/${number}/licence`, token, method: 'GET' });
    expect(await read).toMatchObject({ status: 404, slug: 'case-not-found' });
    expect(await act(token, 'acceptance')).toMatchObject({ status: 404 });
    expect(await act(token, 'decision', decision)).toMatchObject({ status: 404 });
  });

  test('an officer of a department that has no desk is forbidden', async () =>
    expect(await act(officer('treasury'), 'acceptance')).toMatchObject({ status: 403, slug: 'no-desk' }));

  test('an officer of another district finds no such case', async () =>
    expect(await act(officer('permits', { district: '410102' }), 'acceptance')).toMatchObject({ status: 404 }));

  test('a resident is forbidden, and so is an officer on residents’ routes', async () => {
    expect(await act(resident(1), 'acceptance')).toMatchObject({ status: 403 });
    expect(
      await answer({ path: `/api/applications/${number}`, token: officer('permits'), method: 'GET' }),
    ).toMatchObject({
      status: 403,
    });
  });

  test.each<[string, string, object]>([
    ['refusal', 'decision', { outcome: 'refused', reason: 'Because I say so.' }],
    [
      'refusal with findings',
      'decision',
      { outcome: 'refused', reason: '不符合条件', findings: { inspection: 'failed' } },
    ],
    ['refusal', 'decision', { outcome: 'refused', reason: 'i-say-so' }],
    ['grant', 'decision', { outcome: 'granted', reason: 'inspection-failed', findings: { inspection: 'passed' } }],
    ['pause', 'pause', { reason: 'holidays' }],
  ])('the reason of a %s must be one of the catalogue: %j %j', async (_case, what, body) => {
    const problem = await act(officer('permits'), what, body);
    expect(problem).toMatchObject({ status: 422, slug: 'reason-unknown', names: ['/reason'] });
  });

  test('invalid findings are named', async () => {
    const findings = { inspection: { $ne: 'failed' } };
    const problem = await act(officer('permits'), 'decision', { ...decision, findings });
    expect(problem).toMatchObject({ status: 422, names: ['/findings/inspection/$ne'] });
  });

  test('an act on a case that changed is refused; the read is recorded', async () => {
    const allButReads = () => fingerprint(city, ['reads']);
    const untouched = await allButReads();
    const problem = await act(officer('permits'), 'acceptance', {}, { 'if-match': '"4711"' });
    expect(problem).toMatchObject({ status: 412, slug: 'version-conflict' });
    expect(await allButReads()).toBe(untouched);
    const looked = await fingerprint(city);
    expect(looked).not.toBe(before);
    before = looked;
  });

  test('an unknown step is not found', async () => {
    const take = {
      path: `/api/operator/applications/${number}/steps/moon/take-over`,
      body: { outcome: 'granted', reason: 'x' },
    };
    expect(await answer({ ...take, token: city.token({ role: 'operator', sub: 'op-1' }) })).toMatchObject({
      status: 404,
    });
  });
});

test('a resident whose ID number has a wrong check digit is not registered', async () => {
  const { call, close } = connect(residents.v1.ResidentsServiceService, city.address('residents'), 'test', 'residents');
  try {
    const person = demoResident(3);
    const digit = person.idNumber.endsWith('1') ? '2' : '1';
    const idNumber = person.idNumber.slice(0, 17) + digit;
    const refusal = await call.register({ ...person, residentId: 'resident-99', idNumber });
    expect(refusal).toMatchObject({ refused: expect.any(String), pointer: '/idNumber' });
    expect(JSON.stringify(refusal)).not.toContain(idNumber);
  } finally {
    close();
  }
});
