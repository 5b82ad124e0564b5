export { validateAnswers, validateFacts, validateSome, validateSupplement } from './answers';
export type { InvalidValues } from './answers';
export type { WrongAnswer } from './safe-data';
export type { Catalogue, CataloguedPackage, Department, Item } from './catalogue';
export { describeCatalogue, describePackage } from './describe';
export { foresee } from './foresee';
export { CATALOGUE_FOLDER, loadCatalogue } from './load';
export { CatalogueError } from './problem';
export type { Problem } from './problem';
