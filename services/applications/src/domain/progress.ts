import type { Progress } from '@lianban/steps';
import { type Line, type NamedDate, decisionLine, heardAs, namedByDepartment } from './decision-progress';

// What progress of each kind says. Of a decision it says much, and in departments' words; of the other kinds the same few things.

/** The word under which it is kept as heard. */
export const heardWord = (progress: Progress): string =>
  progress.kind === 'decision' ? heardAs[progress.status] : progress.status;

/** When whoever performs the step will have gone on, by what they say. */
export const namedDate = (progress: Progress): NamedDate =>
  progress.kind === 'decision' ? namedByDepartment(progress) : { at: progress.until };

/** As the timeline tells it. */
export const progressLine = (progress: Progress): Line =>
  progress.kind === 'decision' ? decisionLine(progress) : { what: progress.status, until: progress.until };
