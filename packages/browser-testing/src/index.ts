export { inBrowser, injectAxe, launchBrowser, violations } from './chromium';
export { type Visitors, keepPicture, openVisitors } from './visitors';
