export { items } from './items';
export { health } from './service';
