import { readFileSync } from 'node:fs';
import { connect } from '@lianban/grpc';
import { residents } from '@lianban/protos';
import { demoResident } from '../src/demo/people';
import { moderateLoss } from '../src/demo/elderly-parent';
import { readTopics } from '../src/topics';
import { applicationWhen, ended, stands, waitFor } from '../src/wait-for';
import { type TestCity, startCity } from './harness/city';
import { act, caseWhen, decide } from '../src/desk';
import { fourDepartments } from './harness/four-departments';
import { openSink } from './harness/otlp-sink';
import { someIdNumber, fillFreeTexts, written } from './harness/free-texts';
import { problemOf, sendRaw } from './harness/raw';
import { testServers } from './harness/servers';
import { wholeShop } from './harness/shop';
import { publishUnreadable, topicsOf, unreadableKey } from './harness/topics-of';

const people = Array.from({ length: 4 }, (_, n) => demoResident(n + 1));
/** Personal data, which may only be in the documents of residents, and only encrypted. */
const secrets = [
  ...people.flatMap(({ name, idNumber, phone, address }) => [name, idNumber, phone, address]),
  someIdNumber,
  ...Object.values(written),
];
const told = people[3]!;

let city: TestCity;
let sink: Awaited<ReturnType<typeof openSink>>;
beforeAll(async () => {
  sink = await openSink();
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: sink.url, LOG_LEVEL: 'debug' };
  city = await startCity({ name: 'privacy', servers: testServers(), residents: people.length, env });
});
afterAll(async () => {
  await city?.stop();
  await sink?.close();
});

test('one trace goes from the gateway through applications and all four departments', async () => {
  const resident = city.assisted(1);
  const number = await resident.submit(fourDepartments);
  await applicationWhen(resident, number, 'it is completed', ended('completed'));
  const services = await waitFor('the trace has come from all who took part', () => {
    const spans = sink.spans();
    const trace = spans.find(({ texts }) => texts.includes(number))?.trace;
    const found = new Set(spans.filter((span) => span.trace === trace).map(({ service }) => service));
    return [...found].filter((name) => name !== 'notifications').length >= 7 ? found : undefined;
  });
  const asked = ['elderly-care', 'employment', 'permits', 'social-assistance'];
  // It tells the resident afterwards: whether it is in the trace by now is left open.
  services.delete('notifications');
  expect([...services].sort()).toEqual(['applications', 'gateway', 'residents', ...asked].sort());
});

test('free text reaches its reader’s answer, and no other', async () => {
  expect(await fillFreeTexts(city, city.resident(1))).toEqual({
    'papers, to the applicant': [written.ownership, written.plan],
    'messages, to the applicant': [written.message],
    'notes, to a colleague': [`resident: ${written.message}`, `officers: ${written.colleagues}`],
    'objections, to an officer': [written.objection],
    'objections, to a supervisor': [written.objection],
    'withdrawal, to the applicant': [written.withdrawal],
  });
});

test('an ID number is not accepted as a code, reference or mark', async () => {
  const number = await aCaseOfPermits();
  const desk = `/api/desk/cases/${number}/licence`;
  const paper = (grade: string) => [{ code: 'health-certificates', grade, reference: someIdNumber }];
  const officer = { role: 'officer', sub: 'officer-1', department: 'permits' } as const;
  const resident = { role: 'resident', sub: 'resident-2' } as const;
  const { id } = await city.resident(3).post<{ id: string }>('/api/me/mandates', {
    from: 'resident-2',
    packages: 'all',
    until: '2026-12-31',
  });
  const evidence = { kind: 'signed-form', reference: someIdNumber };
  const counter = { ...officer, scopes: 'counter' };
  const decision = { outcome: 'refused', reason: 'inspection-failed', findings: { inspection: someIdNumber } };
  const attempts = [
    [resident, '/api/applications', { ...wholeShop, materials: paper('C') }, '/materials/0/reference'],
    [
      counter,
      '/api/desk/applications',
      { ...wholeShop, residentId: 'resident-2', materials: paper('B') },
      '/materials/0/reference',
    ],
    [counter, `/api/desk/mandates/${id}/confirmation`, { evidence }, '/evidence/reference'],
    [officer, `${desk}/supplement-request`, { missing: [{ code: someIdNumber, note: '' }] }, '/missing/0/code'],
    [officer, `${desk}/pause`, { reason: someIdNumber }, '/reason'],
    [officer, `${desk}/extension`, { days: 1, reason: someIdNumber }, '/reason'],
    [officer, `${desk}/decision`, { ...decision, reason: someIdNumber }, '/reason'],
    [officer, `${desk}/decision`, decision, '/findings/inspection'],
  ] as const;
  for (const [who, path, body, pointer] of attempts) {
    const headers = { 'idempotency-key': path.slice(-40) };
    const response = await sendRaw(city.url, { path, token: city.token(who), body, headers });
    expect([path, await problemOf(response)]).toEqual([
      path,
      expect.objectContaining({ status: 422, names: [expect.stringContaining(pointer)] }),
    ]);
  }
});

test('no name, ID number, phone or address is on a topic, in a log or in a trace', async () => {
  const number = await everythingThatKnowsPeople();
  const people = await city.collection('residents', 'people').find().toArray();
  await publishUnreadable(city, 'social-assistance');
  const topics = await topicsOf(city);
  await city.services.stop();

  const records = await readTopics(city.brokers, topics);
  const written = records.flatMap(({ topic, offset, key, headers, value }) => [
    { where: `${topic} ${offset}`, bytes: value },
    { where: `${topic} ${offset} key and headers`, bytes: Buffer.from(`${key} ${JSON.stringify(headers)}`) },
  ]);
  const logs = city.services.processes.map((name) => ({
    where: `log of ${name}`,
    bytes: readFileSync(city.services.logOf(name)),
  }));
  const exported = sink.bodies().map(({ path, body }, i) => ({ where: `${path} ${i}`, bytes: body }));
  const sealed = people.map((person, i) => ({ where: `person ${i}`, bytes: Buffer.from(JSON.stringify(person)) }));

  const findAll = (text: string) =>
    [...written, ...logs, ...exported, ...sealed].filter(({ bytes }) => bytes.includes(text)).map(({ where }) => where);
  // Allowed text is found in each place, so personal data would be found too.
  expect(findAll(number).some((where) => where.startsWith('/v1/traces'))).toBe(true);
  expect(findAll(number).some((where) => where.startsWith(`${city.prefix}social-assistance.v1`))).toBe(true);
  expect(findAll(unreadableKey).some((where) => where.includes('.dlt '))).toBe(true);
  expect(findAll('lianban').some((where) => where.startsWith('/v1/metrics'))).toBe(true);
  expect(findAll('service stopped')).toEqual(logs.map(({ where }) => where));
  expect(findAll(told.communityCode)).toHaveLength(1);

  expect(secrets.flatMap(findAll)).toEqual([]);
});

/** A licence case with every paper, accepted by an officer. */
async function aCaseOfPermits(): Promise<string> {
  const number = await city.assisted(2).submit(wholeShop);
  await caseWhen(city.officer('permits'), number, 'licence', 'received');
  await act(city.officer('permits'), number, 'licence', 'acceptance');
  return number;
}

/**
 * Runs both packages, a means test, every free-text field, and requests that fail with free text in them.
 * @returns the number of the first of the two applications
 */
async function everythingThatKnowsPeople(): Promise<string> {
  const words = `${told.name} of ${told.address}, ${told.idNumber}, ${told.phone}`;
  const parent = city.resident(4);
  const wishes = { package: 'elderly-parent-care', answers: { wantsMinimumLiving: true } };
  const materials = await parent.copies('household-authorisation');
  const number = await parent.submit({ ...wishes, materials });
  const findings = moderateLoss;
  await decide(city.officer('elderly-care'), number, 'assessment', {
    outcome: 'granted',
    reason: 'assessed',
    findings,
  });
  await applicationWhen(parent, number, 'there is a public notice', stands('minimum-living', 'paused'));
  await parent.post(`/api/applications/${number}/steps/minimum-living/objection`, { reason: words });
  await decide(city.officer('social-assistance'), number, 'minimum-living', {
    outcome: 'refused',
    reason: 'objection-upheld',
  });

  const shop = city.assisted(3);
  const other = await shop.submit(wholeShop);
  await applicationWhen(shop, other, 'the course is granted', stands('course', 'granted'));
  await shop.post(`/api/applications/${other}/withdrawal`, { reason: words });
  await applicationWhen(shop, other, 'it is withdrawn', ended('withdrawn'));

  const token = city.token({ role: 'resident', sub: 'resident-3' });
  const headers = { 'idempotency-key': 'a-key' };
  for (const body of [{ ...wholeShop, answers: { [words]: words } }, { ...wholeShop, package: words }, `{"${words}`])
    expect((await sendRaw(city.url, { path: '/api/applications', token, body, headers })).status).toBeLessThan(500);
  await sendRaw(city.url, { path: `/api/${encodeURIComponent(words)}`, token, method: 'GET' });

  const { call, close } = connect(residents.v1.ResidentsServiceService, city.address('residents'), 'test', 'residents');
  const purpose = { caseId: `${number}/minimum-living`, purpose: 'means-test' };
  expect(await call.find({ idNumber: told.idNumber, purpose })).toMatchObject({ residentId: told.residentId });
  expect(await call.register({ ...told, residentId: 'resident-77' })).toHaveProperty('refused');
  close();
  return number;
}
