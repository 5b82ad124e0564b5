export { residents } from './service';
