export { learnt } from './learnt';
export { isOfCity } from './city';
export { earlierFact } from './earlier-fact';
export { endsAfterDeath } from './ends-after-death';
export { countOf, dayOf, textOf } from './values';
export { type Condition, verdictOf } from './verdict';
