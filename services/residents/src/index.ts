export { residents } from './service';
export { purposesOf } from './purposes';
