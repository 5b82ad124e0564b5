export { type BookEntry, type Page, entriesOn, nextPage, reachOf, sinceOf } from './block';
export { allVolumes, idOf, outside, volumeMs, volumeName } from './segment';
export { type BookSurvey, bookSurvey } from './stored-audit-log';
export { type BookFault, verifyBook } from './verify';
