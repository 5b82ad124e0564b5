export { validateAnswers, validateFacts, validateSome, validateSupplement } from './answers';
export type { InvalidValues } from './answers';
export type { WrongAnswer } from './safe-data';
export type { Catalogue, CataloguedPackage, Item, Performer } from './catalogue';
export { invalidConsents } from './consents';
export { describeCatalogue, describeDepartments, describePackage } from './describe';
export { foresee } from './foresee';
export { loadCatalogue } from './load';
