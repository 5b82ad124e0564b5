import { aggregateType } from '@lianban/model';
import type { CaseCommand } from '../lifecycle/commands';
import type { CaseEvent } from '../lifecycle/events';
import type { CaseState } from '../lifecycle/state';

/**
 * What people said, what was learnt and found about them, and what the decision says of it. The rest – whose case it is, where it
 * stands and until when – the desk sorts and filters by.
 */
export const sealedOfCases: readonly string[] = [
  'file.request.answers',
  'file.request.earlier',
  'file.request.capability',
  'file.known',
  ...['file.writs.*.missing', 'file.writs.*.ruling.facts', 'file.writs.*.ruling.grounds'],
  ...['file.decisionAsk.findings', 'file.decisionAsk.ruling.facts', 'file.decisionAsk.ruling.grounds'],
  ...['file.correctionAsk.findings', 'file.correctionAsk.ruling.facts', 'file.correctionAsk.ruling.grounds'],
  ...['file.reviewOf.facts', 'file.reviewOf.grounds'],
  'missing',
  'findings',
  'ruling.facts',
  'ruling.grounds',
];

/** The documents every department keeps its cases in. */
export const CASES = aggregateType<CaseState, CaseCommand, CaseEvent>('cases');
