import { applications as own } from '@lianban/protos';
import { City, answered, until } from '@lianban/testing';
import { isRefusal } from '@lianban/model';
import { applications } from '../src';
import { Departments } from './departments';
import { openShop } from './open-shop';

const city = new City();
const departments = new Departments(city.telling);
const Service = own.v1.ApplicationsServiceService;
const residentId = 'r-1';
let callers: readonly ReturnType<typeof city.caller<typeof Service>>[];

beforeAll(async () => {
  await city.open();
  const services = [await city.start(applications), await city.start(applications)];
  callers = services.map((service) => city.caller(service, Service));
});
afterAll(() => city.close());

test('of what was applied for six times at once at two processes one is taken, and the others are told which', async () => {
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, nth) => callers[nth % 2]!.submit(openShop(residentId))),
  );
  const taken = answers.filter((answer) => !isRefusal(answer)).map(answered);
  expect(taken).toHaveLength(1);
  const [{ applicationNumber = '' } = {}] = taken;
  const refused = answers.filter(isRefusal);
  expect(new Set(refused.map((each) => each.refused))).toEqual(new Set(['application-open']));
  expect(refused.every(({ detail }) => detail.includes(applicationNumber))).toBe(true);

  // Known by now, and refused without a try; what was taken is answered again, and another person's is another.
  expect(await callers[0]!.submit(openShop(residentId))).toMatchObject({ refused: 'application-open' });
  expect(answered(await callers[0]!.submit(openShop('r-2')))).toMatchObject({ created: true });

  const withdrawal = { applicationNumber, residentId, reason: 'moved', agent: undefined };
  answered(await callers[0]!.withdraw(withdrawal));
  for (const step of ['registration', 'course']) await departments.cancelled(applicationNumber, step);
  await until('it has ended', async () => {
    const { status } = answered(await callers[0]!.get({ applicationNumber, residentId, agent: undefined }));
    return status === 'withdrawn' || undefined;
  });
  expect(answered(await callers[1]!.submit(openShop(residentId)))).toMatchObject({ created: true });
});

test('the same request sent at once to both is one application, not one that stands in its own way', async () => {
  const request = openShop('r-same');
  const answers = (await Promise.all([0, 1, 0, 1, 0, 1].map((nth) => callers[nth]!.submit(request)))).map(answered);
  expect(new Set(answers.map(({ applicationNumber }) => applicationNumber)).size).toBe(1);
});
