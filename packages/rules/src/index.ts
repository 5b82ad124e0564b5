export { isOfCity } from './city';
export { earlierFact } from './earlier-fact';
export { learnt } from './learnt';
export { countOf, dayOf, textOf } from './values';
export { type Condition, verdictOf } from './verdict';
