export { residents } from './service';
export { purposesOf } from './purposes';
export { residentsSettings } from './settings';
