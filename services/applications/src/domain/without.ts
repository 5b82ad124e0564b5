import type { StepState } from './application';

/** The step without these parts. */
export function without<K extends Exclude<keyof StepState, 'status'>>(step: StepState, ...dropped: K[]): StepState {
  if (!dropped.some((key) => key in step)) return step;
  const kept = Object.entries(step).filter(([key]) => !(dropped as string[]).includes(key));
  return { ...Object.fromEntries(kept), status: step.status };
}
