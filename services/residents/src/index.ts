export { residents } from './service';
export { residentsSettings } from './settings';
export { PURPOSES } from './domain/legal-basis';
