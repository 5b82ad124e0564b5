export { isAsked } from './asked-when';
export { isAbsent, valueProblem } from './value-problem';
