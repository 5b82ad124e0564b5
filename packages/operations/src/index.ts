export { copyOf, describedLetter, originOf, recordsBehind } from './dead-letters';
export { lateBefore } from './late';
export { mendingAsks } from './mending-asks';
export { operationsGrpc } from './operations-grpc';
export type { OperatorAction, OperatorDecision } from './operator-action';
export { type OperatorStore, operatorStore } from './operator-store';
export { ownDeadLetters } from './own-dead-letters';
export { dropParked, parkedUnder, releaseParked, waitingIn } from './parked';
export { type OffsetRange, type TopicInspector, inspectTopics } from './topics';
