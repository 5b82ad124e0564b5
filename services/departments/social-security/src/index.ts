export { items } from './items';
export { socialSecurity } from './service';
