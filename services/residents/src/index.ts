export { residents } from './service';
export { PURPOSES } from './domain/legal-basis';
