import { casework } from '@lianban/protos';
import { moveClock } from '@lianban/runtime';
import { City, mongoUrl, until, aStep, answered, day, materials, stepRequested } from '@lianban/testing';
import { permits } from '../src';

const { v1 } = casework;
const hourMs = 3_600_000;
const city = new City();
const { telling } = city;
beforeAll(() => city.open());
afterAll(() => city.close());

test('a supplement handed in on the last evening is taken, though its record is read a day after', async () => {
  const before = await city.start(permits);
  const papers = { answers: { premisesArea: 40 }, materials: materials('health-certificates', 'hygiene-layout') };
  const [late, never] = [aStep('permits', 'food-business-licence'), aStep('permits', 'food-business-licence')];
  const asked = [late, never].map(async (ref) => {
    const id = await telling.say(
      v1.StepRequested,
      stepRequested(ref, { decidedBy: v1.DecidedBy.OFFICER, answers: {} }),
    );
    return telling.next(v1.SupplementRequested, id);
  });
  expect((await Promise.all(asked)).map(({ answerBy }) => day(answerBy))).toEqual(['2026-04-01', '2026-04-01']);
  await before.stop();

  const providedAt = new Date('2026-04-01T23:50:00+08:00');
  const id = await telling.say(v1.SupplementProvided, { ref: late, ...papers, providedAt, providedBy: '' });
  await moveClock(mongoUrl, city.servers.prefix, 32 * 24 * hourMs);
  const desk = city.desk(await city.start(permits));

  const neverId = `${never.applicationNumber}/${never.step}`;
  expect(await telling.next(v1.StepDecided, neverId)).toMatchObject({ reason: 'supplement-not-provided' });
  const taken = await until('it is on the desk', async () => {
    const { cases } = answered(await desk.listWork(casework.v1.ListWorkRequest.fromPartial({ limit: 200 })));
    return cases.find((found) => found.id === id);
  });
  expect(taken).toMatchObject({ status: 'received' });
  expect(telling.of(v1.StepDecided, id)).toEqual([]);
});
