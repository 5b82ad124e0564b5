export { items } from './items';
export { socialWelfare } from './service';
