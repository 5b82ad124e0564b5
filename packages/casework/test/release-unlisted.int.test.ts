import { join } from 'node:path';
import { casework } from '@lianban/protos';
import { City, aStep, answered, stepRequested, until } from '@lianban/testing';
import { department } from '../src/office/department';

const { v1 } = casework;
const by = (officer: string) => ({ onBehalfOf: `officer:${officer}` });

const city = new City();
let desk: ReturnType<City['desk']>;
beforeAll(async () => {
  await city.open();
  const rule = () => ({ outcome: 'granted', reason: 'conditions-met', facts: {}, grounds: [] }) as const;
  const items = [{ code: 'plain', rule }];
  desk = city.desk(await city.start(department({ name: 'permits', folder: join(__dirname, 'inspections'), items })));
});
afterAll(() => city.close());

test('cases of officers who left the staff list go back to the team, and nobody else’s', async () => {
  const received = async (step: string) => {
    const more = { decidedBy: v1.DecidedBy.OFFICER };
    const id = await city.telling.say(v1.StepRequested, stepRequested(aStep('permits', 'plain', step), more));
    await until('the case is there', async () => 'id' in (await desk.getCase({ id }, by('o-1'))));
    return id;
  };
  const holderOf = async (id: string) => answered(await desk.getCase({ id }, by('o-1'))).holder;
  const [left, kept] = [await received('left'), await received('kept')];
  answered(await desk.claim({ id: left, version: 0 }, by('o-left')));
  answered(await desk.claim({ id: kept, version: 0 }, by('o-1')));

  expect(answered(await desk.releaseUnlisted({ staff: [] }))).toEqual({ released: 0 });
  expect(answered(await desk.releaseUnlisted({ staff: ['o-1', 's-1'] }))).toEqual({ released: 1 });
  expect([await holderOf(left), await holderOf(kept)]).toEqual(['', 'o-1']);
  expect(answered(await desk.releaseUnlisted({ staff: ['o-1', 's-1'] }))).toEqual({ released: 0 });
});
