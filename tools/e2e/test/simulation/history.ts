import { seededRandom } from '@lianban/infra';
import type { Mutation } from './mutations';
import { SimulatedCity } from './simulated-city';

const applications = 3;
/** Lets every process run until it waits at the schedule again. One turn of the event loop is enough. */
const settle = () => new Promise(setImmediate);

/** Resets timers, clock and random numbers, so that the seed alone determines the history. */
export function begin(seed: number): void {
  jest.clearAllTimers();
  // Limits count working days, and the calendar has a table for this year.
  jest.setSystemTime(new Date('2026-03-02T01:00:00Z'));
  jest.spyOn(Math, 'random').mockImplementation(seededRandom(seed + 1));
}

/** One step of the history: time passes, periodic jobs run, a resident acts, or a waiting process continues. */
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

/** Submits applications while processes die, stall or get no answers; then faults end, and the city comes to rest. */
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

/** Ends the faults and runs until the city is at rest. */
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
 * A supplement is handed in within the last minutes of its limit, while processes may die. The department is down then, or
 * not; when it continues, the limit has passed by seconds or by days.
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
  // A supplement that never came ends the case, some hours after its limit.
  jest.setSystemTime(Math.max(Date.now(), due + 3 * 60 * minuteMs));
  await comeToRest(city);
  return city;
}
