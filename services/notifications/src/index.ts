export { notifications } from './service';
export { notificationsSettings } from './settings';
