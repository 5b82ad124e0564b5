export {
  type CatalogueChange,
  type CheckedCatalogue,
  canonicalTexts,
  catalogueTexts,
  changeOf,
  checkCatalogue,
  describeCatalogue,
  describeDepartments,
  loadCatalogue,
  nameOf,
} from './catalogue';
export { applications } from './service';
export { applicationsSettings } from './settings';
