export { Asker, type AskerPorts, type Call } from './asker';
export { type Question, question } from './question';
