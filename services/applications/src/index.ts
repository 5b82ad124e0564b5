export { applications } from './service';
