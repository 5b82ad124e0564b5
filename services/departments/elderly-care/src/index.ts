export { items } from './items';
export { elderlyCare } from './service';
