export { deskSettings } from './settings';
