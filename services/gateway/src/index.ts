export { createGateway } from './gateway';
export type { GatewayLimits, Ports } from './ports';
export type { AnyRoute } from './http/route';
export { routes } from './routes';
export { gatewaySettings } from './settings';
export { signInSettings } from './sign-in/settings';
