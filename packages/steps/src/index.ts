export type { Cancelled, Facts, Finished, Ground, Outcome, Progressed, StepNews, Undone } from './contract';
export { decisionNews } from './decision';
export type { DecisionProgress, Missing, Progress } from './progress';
export type { Reading } from './reading';
