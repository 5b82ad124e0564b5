export { type Visitors, inBrowser, keepPicture, openVisitors, violations } from './browser';
