export { CatalogueWatch, type RunningCatalogue } from './catalogue-watch';
export {
  type CatalogueCollections,
  type CatalogueUse,
  type TakenCatalogue,
  catalogueCollectionNames,
  catalogueCollections,
} from './documents';
