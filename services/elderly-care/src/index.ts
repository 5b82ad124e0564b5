export { elderlyCare } from './service';
