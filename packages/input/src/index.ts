export { cleaned } from './cleaned';
export { creditCheckCharacter, creditCodeIn } from './credit-code';
export { dayIn } from './day';
export { ageOn, daysAfter, monthsAfter, shanghaiDay } from './days';
export { checkCharacter, idNumberIn } from './id-number';
export { nameIn, sameName } from './name';
export { numberIn, yuanIn } from './number';
export { phoneIn } from './phone';
