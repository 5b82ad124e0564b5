export { items } from './items';
export { socialAssistance } from './service';
