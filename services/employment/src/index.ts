export { employment } from './service';
