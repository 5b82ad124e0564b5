export { socialAssistance } from './service';
