export { loadCatalogue } from './catalogue';
export { applications } from './service';
