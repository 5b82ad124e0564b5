export { describeDepartments, loadCatalogue } from './catalogue';
export { applications } from './service';
export { applicationsSettings } from './settings';
