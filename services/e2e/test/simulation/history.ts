import { seededRandom } from '@lianban/infra';
import type { Mutation } from './mutations';
import { SimulatedCity } from './simulated-city';

const applications = 3;
/** Lets everything run on until it stands at the schedule again. One turn: a second would only cost time. */
const settle = () => new Promise(setImmediate);

/** Nothing of an earlier history may reach into this one, or the seed alone would not bring it back. */
function begin(seed: number): void {
  jest.clearAllTimers();
  // Limits are counted in working days, and the calendar knows this year.
  jest.setSystemTime(new Date('2026-03-02T01:00:00Z'));
  jest.spyOn(Math, 'random').mockImplementation(seededRandom(seed + 1));
}

/** Applications while anything may die, stall or go unanswered; then all is well again until nothing is left to do. */
export async function history(seed: number, mutation?: Mutation): Promise<SimulatedCity> {
  begin(seed);
  const city = new SimulatedCity(seed, mutation);
  const { schedule, submissions } = city;
  schedule.faults = { crash: 0.004, lostAnswer: 0.05 };
  const turn = async () => {
    const chance = schedule.chance();
    if (chance < 0.06) jest.advanceTimersByTime(schedule.happens(0.2) ? 3_500 : 30);
    else if (chance < 0.08) city.work();
    else if (chance < 0.083) city.withdraw();
    else schedule.step();
    await settle();
    city.tend();
  };
  for (let n = 0; n < applications; n++) {
    city.submit();
    if (schedule.happens(0.5)) city.submit(schedule.pick(submissions));
    for (let turns = Math.floor(schedule.chance() * 240); turns > 0; turns--) await turn();
  }

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
  return city;
}
