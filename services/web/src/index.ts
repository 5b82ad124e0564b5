export { createSite } from './site';
export { webSettings } from './settings';
