export { paymentsSettings } from './settings';
export { payments } from './service';
