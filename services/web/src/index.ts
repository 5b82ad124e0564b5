export { createSite } from './site';
export { webSettings } from './settings';
export { routes } from './routes';
