import { seededRandom } from '@lianban/infra';
import type { Mutation } from './mutations';
import { SimulatedCity } from './simulated-city';

const applications = 3;
/** Lets everything run on until it stands at the schedule again. One turn: a second would only cost time. */
const settle = () => new Promise(setImmediate);

/** Nothing of an earlier history may reach into this one, or the seed alone would not bring it back. */
export function begin(seed: number): void {
  jest.clearAllTimers();
  // Limits are counted in working days, and the calendar knows this year.
  jest.setSystemTime(new Date('2026-03-02T01:00:00Z'));
  jest.spyOn(Math, 'random').mockImplementation(seededRandom(seed + 1));
}

/** Whatever comes next: time passes, somebody works or changes their mind, or one of those who wait takes a step. */
async function turn(city: SimulatedCity): Promise<void> {
  const { schedule } = city;
  const chance = schedule.chance();
  if (chance < 0.06) jest.advanceTimersByTime(schedule.happens(0.2) ? 3_500 : 30);
  else if (chance < 0.08) city.work();
  else if (chance < 0.083) city.withdraw();
  else schedule.step();
  await settle();
  city.tend();
}

export async function turns(city: SimulatedCity, most: number): Promise<void> {
  for (let left = Math.floor(city.schedule.chance() * most); left > 0; left--) await turn(city);
}

export const trouble = { crash: 0.004, lostAnswer: 0.05 };

/** Applications while anything may die, stall or go unanswered; then all is well again until nothing is left to do. */
export async function history(seed: number, mutation?: Mutation): Promise<SimulatedCity> {
  begin(seed);
  const city = new SimulatedCity(seed, mutation);
  const { schedule, submissions } = city;
  schedule.faults = trouble;
  for (let n = 0; n < applications; n++) {
    city.submit();
    if (schedule.happens(0.5)) city.submit(schedule.pick(submissions));
    await turns(city, 240);
  }

  await comeToRest(city);
  return city;
}

/** All is well again, until nothing is left to do. */
export async function comeToRest(city: SimulatedCity): Promise<void> {
  const { schedule } = city;
  schedule.faults = { crash: 0, lostAnswer: 0 };
  for (let turns = 0, quiet = 0; quiet < 12 && turns < 400; turns++) {
    for (let i = 0; i < 200 && !schedule.isIdle; i++) {
      schedule.step();
      await settle();
    }
    city.tend();
    await settle();
    quiet = city.isBusy ? 0 : quiet + 1;
    jest.advanceTimersByTime(1_000);
    if (turns % 2 === 0) city.work();
    await settle();
  }
}

const minuteMs = 60_000;
const missing = { step: 'home-adaptation', paper: 'adaptation-plan' };

interface SupplementStage {
  readonly state: { readonly status: string; readonly answerBy: Date };
}

/**
 * A paper is missing, and is handed in within the last minutes before it is due, while anything may die. The department is
 * away then, or not; and when it is back, or has gone on, that time is over by seconds or by days.
 */
export async function lateHistory(seed: number, mutation?: Mutation): Promise<SimulatedCity> {
  begin(seed);
  const city = new SimulatedCity(seed, mutation);
  const { schedule } = city;
  city.submit(undefined, missing.paper);
  await comeToRest(city);
  const [{ _id: number } = { _id: '' }] = city.databases.get('applications')!.all('applications');
  const { state } = city.databases
    .get('permits')!
    .get<SupplementStage & { _id: string }>('cases', `${number}/${missing.step}`)!;
  const due = state.answerBy.getTime();
  const patience = new Date(due + 60 * minuteMs);

  jest.setSystemTime(due - 1_000 - Math.floor(schedule.chance() * 10 * minuteMs));
  schedule.faults = trouble;
  if (schedule.happens(0.7)) city.away = 'permits';
  city.tend();
  const first = city.handIn({ number, ...missing }, patience);
  await turns(city, 120);
  if (schedule.happens(0.5) && Date.now() < due) city.handIn({ number, ...missing }, patience, first);
  await turns(city, 120);
  const over = schedule.pick([1_000, 10 * minuteMs, 3 * 60 * minuteMs, 3 * 24 * 60 * minuteMs]);
  jest.setSystemTime(due + Math.ceil(schedule.chance() * over));
  await turns(city, 120);
  city.away = undefined;
  await turns(city, 240);
  // What never came ends the case, some hours after it was due.
  jest.setSystemTime(Math.max(Date.now(), due + 3 * 60 * minuteMs));
  await comeToRest(city);
  return city;
}
