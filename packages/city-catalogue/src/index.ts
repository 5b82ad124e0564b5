export { CatalogueWatch, type RunningCatalogue } from './catalogue-watch';
export {
  type CatalogueCollections,
  type CatalogueUse,
  type TakenCatalogue,
  catalogueCollectionNames,
  catalogueCollections,
} from './documents';
export {
  type HolidayCollections,
  type HolidayUse,
  type TakenHolidays,
  holidayCollectionNames,
  holidayCollections,
} from './holiday-documents';
export { HolidayWatch, type RunningHolidays } from './holiday-watch';
