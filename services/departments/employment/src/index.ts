export { items } from './items';
export { employment } from './service';
