import { applications as own, casework } from '@lianban/protos';
import { isRefusal } from '@lianban/model';
import { City, until, answered } from '@lianban/testing';
import { applications } from '../src';
import { openShop } from './open-shop';

const city = new City();
const { telling } = city;
const Service = own.v1.ApplicationsServiceService;
let callers: readonly ReturnType<typeof city.caller<typeof Service>>[];

beforeAll(async () => {
  await city.open();
  const services = [await city.start(applications), await city.start(applications)];
  callers = services.map((service) => city.caller(service, Service));
});
afterAll(() => city.close());

const submit = (request: own.v1.SubmitRequest, nth = 0) => callers[nth % 2]!.submit(request);
const stored = () => city.servers.db('applications').collection('applications').countDocuments();

test('200 submissions at once at two processes have 200 numbers, and each asks its departments once', async () => {
  const requests = Array.from({ length: 200 }, (_, i) => openShop(`r-${i}`));
  const answers = (await Promise.all(requests.map(submit))).map(answered);

  const numbers = new Set(answers.map(({ applicationNumber }) => applicationNumber));
  expect(numbers.size).toBe(200);
  expect(await stored()).toBe(200);
  const asked = () =>
    [...numbers].filter((number) => telling.of(casework.v1.StepRequested, `${number}/course`).length === 1);
  await until('every course is asked for', () => asked().length === 200);
});

test('the same key with the same body, sent at once to two processes, is one application', async () => {
  const before = await stored();
  const request = openShop('r-same');
  const reordered = { ...request, answers: Object.fromEntries(Object.entries(request.answers!).reverse()) };
  const answers = (await Promise.all(Array.from({ length: 20 }, (_, i) => submit(i % 3 ? request : reordered, i)))).map(
    answered,
  );

  expect(new Set(answers.map(({ applicationNumber }) => applicationNumber)).size).toBe(1);
  expect(answers.filter(({ created }) => created)).toHaveLength(1);
  expect(await stored()).toBe(before + 1);
});

test('the same key with another body is refused; another resident may use it', async () => {
  const request = openShop('r-key');
  const { applicationNumber } = answered(await submit(request));
  const changed = { ...request, answers: { ...request.answers, premisesArea: 41 } };

  expect(await submit(changed)).toMatchObject({ refused: 'idempotency-key-reused' });
  expect(await submit({ ...request, district: '410102' })).toMatchObject({ refused: 'idempotency-key-reused' });
  const other = answered(await submit({ ...request, residentId: 'r-other' }));
  expect(other).toMatchObject({ created: true });
  expect(other.applicationNumber).not.toBe(applicationNumber);
});

test('a key leads to what was submitted with it, for whoever submitted it', async () => {
  const { idempotencyKey } = openShop('r-found');
  const { applicationNumber } = answered(await submit(openShop('r-found', { idempotencyKey })));
  const find = (residentId: string, key = idempotencyKey, agentId = '') =>
    callers[0]!.findSubmission({
      residentId,
      idempotencyKey: key,
      ...(agentId && { agent: { residentId: agentId, packages: [] } }),
    });
  expect(await find('r-found')).toMatchObject({ applicationNumber });
  for (const other of [find('r-2'), find(''), find('r-found', 'another'), find('r-found', idempotencyKey, 'r-2')])
    expect(await other).toMatchObject({ refused: 'submission-not-found' });
});

test.each([
  ['no such package', { package: 'nothing' }, 'unknown-package', '/package'],
  [
    'a required answer left out',
    { answers: { reason: 'never-worked', savingsCents: 1 } },
    'invalid-answers',
    '/answers/premisesArea',
  ],
  ['a stray answer', { answers: { ...openShop('r').answers, $where: 1 } }, 'invalid-answers', '/answers/$where'],
  [
    'another district than the registered one',
    { registered: { district: '410102', birthDate: '1982-05-15' } },
    'district-differs',
    '/district',
  ],
  [
    'a person of nine who opens a shop',
    { district: '', registered: { district: '410105', birthDate: '2017-01-05' } },
    'guardian-acts',
    undefined,
  ],
  [
    'a person of 43 assessed as an elder',
    {
      package: 'elderly-parent-care',
      answers: {},
      district: '',
      registered: { district: '410105', birthDate: '1982-05-15' },
    },
    'age-outside',
    '/package',
  ],
  ['no key', { idempotencyKey: '' }, 'invalid-submission', undefined],
])('%s is refused and nothing is stored', async (_, more, refused, pointer) => {
  const before = await stored();
  const answer = await submit(openShop('r-wrong', more));

  expect(isRefusal(answer) && [answer.refused, answer.pointer]).toEqual([refused, pointer]);
  expect(await stored()).toBe(before);
});

test('the district is the registered one when none is named, and a repetition stays one after a removal', async () => {
  const request = openShop('r-moves', { district: '', registered: { district: '410108', birthDate: '1982-05-15' } });
  const { applicationNumber } = answered(await submit(request));
  expect(await telling.next(own.v1.ApplicationSubmitted, applicationNumber)).toMatchObject({ district: '410108' });
  const again = answered(await submit({ ...request, registered: { district: '410102', birthDate: '1982-05-15' } }));
  expect(again).toEqual({ applicationNumber, created: false });
});
