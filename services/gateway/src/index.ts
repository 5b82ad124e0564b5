export { createGateway } from './gateway';
export type { Limits, Ports } from './ports';
export { routes } from './routes';
