import { applications as own, casework } from '@lianban/protos';
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

test('where applications wait follows from what applications and the departments say', async () => {
  const service = await city.start(applications);
  const calls = city.caller(service, own.v1.ApplicationsServiceService);
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

  const [first, second] = [await submit('r-1'), await submit('r-2')];
  const ref = await departments.asked(first, 'registration');
  const later = await departments.asked(second, 'registration');
  const courses = '2 employment start-up-course facts';
  await untilWaiting(courses, '2 employment unemployment-registration facts');

  const missing = [{ code: 'dismissal-notice', note: '' }];
  await telling.say(v1.SupplementRequested, { ref, missing, requestedAt: firstDay, answerBy: undefined }, 'employment');
  const pausedAt = firstDay;
  await telling.say(v1.ClockPaused, { ref: later, reason: 'public-notice', pausedAt, until: undefined }, 'employment');
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
