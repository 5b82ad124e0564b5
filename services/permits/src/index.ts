export { permits } from './service';
