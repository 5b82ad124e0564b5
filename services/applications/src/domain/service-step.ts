import type { ServiceProgress } from '@lianban/steps';
import type { StepState } from './application';
import { without } from './without';

/** The step in hand of a city service, after what that said. What it has shown stays until it shows something else. */
export const serviceStep = (step: StepState, { status, until, shown }: ServiceProgress): StepState => ({
  ...without(step, 'until'),
  status,
  ...(until && { until }),
  ...(shown && { shown }),
});
