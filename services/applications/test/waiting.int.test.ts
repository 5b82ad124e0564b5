import { applications as own, casework } from '@lianban/protos';
import type { ServiceClient } from '@lianban/grpc';
import type { Running } from '@lianban/runtime';
import { City, answered, firstDay, until } from '@lianban/testing';
import { applications } from '../src';
import { Departments } from './departments';
import { openShop } from './open-shop';

const { v1 } = casework;
const city = new City();
const { telling } = city;
const departments = new Departments(telling);
beforeAll(() => city.open());
afterAll(() => city.close());

let service: Running;
let calls: ServiceClient<typeof own.v1.ApplicationsServiceService>;
const start = async () => {
  service = await city.start(applications);
  calls = city.caller(service, own.v1.ApplicationsServiceService);
};
const submit = async (residentId: string) => answered(await calls.submit(openShop(residentId))).applicationNumber;
const waiting = async () => {
  const groups = answered(await calls.listWaiting({})).waiting;
  return groups.map(({ department, item, waitsFor, steps }) => `${steps} ${department} ${item} ${waitsFor}`);
};
let shown: readonly string[] = [];
const untilWaiting = async (...expected: string[]) => {
  const isShown = async () => (shown = await waiting()).join() === expected.join();
  await until('they wait', isShown, 20_000).catch(() => expect(shown).toEqual(expected));
};
const missing = [{ code: 'dismissal-notice', note: '' }];
const ask = (ref: casework.v1.StepRef) =>
  telling.say(v1.SupplementRequested, { ref, missing, requestedAt: firstDay, answerBy: undefined }, ref.department);
const giveNotice = (ref: casework.v1.StepRef) =>
  telling.say(v1.ClockPaused, { ref, reason: 'public-notice', pausedAt: firstDay, until: undefined }, ref.department);

test('where applications wait follows from what applications and the departments say', async () => {
  await start();
  const [first, second] = [await submit('r-1'), await submit('r-2')];
  const ref = await departments.asked(first, 'registration');
  const later = await departments.asked(second, 'registration');
  const courses = '2 employment start-up-course facts';
  await untilWaiting(courses, '2 employment unemployment-registration facts');

  await ask(ref);
  await giveNotice(later);
  await untilWaiting(
    courses,
    '1 employment unemployment-registration notice',
    '1 employment unemployment-registration resident',
  );
  const { waiting: groups } = answered(await calls.listWaiting({}));
  const asked = await telling.next(v1.StepRequested, `${first}/registration`);
  expect(groups.find(({ waitsFor }) => waitsFor === 'resident')?.oldest).toEqual(asked.requestedAt);

  for (const number of [first, second]) await departments.refuse(number, 'registration');
  await untilWaiting(courses);
  await departments.grant(first, 'course', { seat: 1 });
  await departments.refuse(second, 'course');
  await untilWaiting('1 permits food-business-licence officer');
});

test('a read model that is new in a city at work knows what topics no longer keep, and goes on from there', async () => {
  const numbers = [await submit('r-3'), await submit('r-4'), await submit('r-5')];
  const refs = await Promise.all(numbers.map((number) => departments.asked(number, 'registration')));
  await ask(refs[0]!);
  await giveNotice(refs[1]!);
  const all = [
    '3 employment start-up-course facts',
    '1 employment unemployment-registration facts',
    '1 employment unemployment-registration notice',
    '1 employment unemployment-registration resident',
    '1 permits food-business-licence officer',
  ];
  await untilWaiting(...all);

  await service.stop();
  const db = city.servers.db('applications');
  await db.collection('projections').deleteMany({});
  await db.collection('projection.waiting.1').drop();
  // Its group has read all of them: to it they are what a topic no longer keeps.
  await start();
  await untilWaiting(...all);

  for (const number of numbers) await departments.refuse(number, 'registration');
  for (const number of numbers) await departments.refuse(number, 'course');
  await untilWaiting('1 permits food-business-licence officer');
  expect(await db.collection('projection.waiting.1').find({ isStale: true }).toArray()).toEqual([]);
});
