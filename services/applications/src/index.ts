export { describeDepartments, loadCatalogue } from './catalogue';
export { applications } from './service';
