export { items } from './items';
export { publicSecurity } from './service';
