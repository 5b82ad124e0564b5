export type { Cancelled, Facts, Finished, Ground, Outcome, Progressed, StepNews, Undone } from './contract';
export { stepContradictionOf } from './contradiction';
export { decisionNews } from './decision';
export { type ServiceKind, type StepKind, serviceKinds, stepKinds } from './kinds';
export type { DecisionProgress, Missing, Progress, ServiceProgress, Shown } from './progress';
export type { Reading } from './reading';
export { kindMessage, serviceNews } from './service-step';
