import { permits } from '@lianban/permits';
import { casework } from '@lianban/protos';
import { readConfig } from '@lianban/runtime';
import { City, aStep, firstDay, mongoUrl, quiet, stepRequested } from '@lianban/testing';
import { inspectCity } from '../src/inspect/city';
import { travel } from '../src/time-travel';

const city = new City();
const dayMs = 24 * 60 * 60 * 1000;
beforeAll(() => city.open());
afterAll(() => city.close());

test('a jump of a year stops where a timeout is due, and its effects have that date and not the last one', async () => {
  const { telling, servers } = city;
  await city.start(permits);
  const ref = aStep('permits', 'food-business-licence');
  const { OFFICER } = casework.v1.DecidedBy;
  const id = await telling.say(casework.v1.StepRequested, stepRequested(ref, { decidedBy: OFFICER, answers: {} }));
  const { answerBy } = await telling.next(casework.v1.SupplementRequested, id);

  const inspector = await inspectCity(readConfig(servers.env), quiet);
  // Only this service runs: the others would never read their topics.
  const running = { ...inspector, services: inspector.services.filter(({ name }) => name === 'permits') };
  const stops: Date[] = [];
  const journey = {
    mongoUrl,
    dbPrefix: servers.prefix,
    spanMs: 365 * dayMs,
    onStop: (at: Date) => void stops.push(at),
  };
  const now = await travel(running, journey);
  await inspector.close();

  expect(now.getTime()).toBeGreaterThanOrEqual(firstDay.getTime() + 365 * dayMs);
  const { decidedAt } = await telling.next(casework.v1.StepDecided, id);
  expect(Math.abs(decidedAt!.getTime() - answerBy!.getTime())).toBeLessThan(dayMs);
  expect(stops[0]!.getTime()).toBeLessThan(firstDay.getTime() + 60 * dayMs);
});
