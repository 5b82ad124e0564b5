export { type BookEntry, type Page, entriesOn, nextPage, reachOf, sinceOf } from './page';
export { type BookFault, type BookVerdict, type StoredBook, verifyBook } from './verify';
export { type Range, allVolumes, idOf, outside, volumeMs, volumeName } from './volume';
