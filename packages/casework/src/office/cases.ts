import { aggregateType } from '@lianban/model';
import type { CaseCommand } from '../lifecycle/commands';
import type { CaseEvent } from '../lifecycle/events';
import type { CaseState } from '../lifecycle/state';

/** The documents every department keeps its cases in. */
export const CASES = aggregateType<CaseState, CaseCommand, CaseEvent>('cases');
