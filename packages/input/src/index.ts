export { cleaned } from './cleaned';
export { dayIn } from './day';
export { ageOn, daysAfter, monthsAfter, shanghaiDay } from './days';
export { checkCharacter, idNumberIn } from './id-number';
export { identityNames } from './identity-names';
export { type IdentityKind, identityKinds, identityNumberIn, isIdentityKind } from './identity-number';
export { nameIn, sameName } from './name';
export { numberIn, yuanIn } from './number';
export { phoneIn } from './phone';
