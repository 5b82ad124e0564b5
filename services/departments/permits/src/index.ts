export { items } from './items';
export { permits } from './service';
