export { learnt } from './learnt';
export { certifiedGrade } from './certified-grade';
export { isOfCity } from './city';
export { earlierFact } from './earlier-fact';
export { endsAfterDeath } from './ends-after-death';
export { openFindings } from './open-findings';
export { countOf, dayOf, textOf } from './values';
export { type Condition, verdictOf } from './verdict';
