export { isWholeCrawl } from './crawl';
export { inBrowser, injectAxe, launchBrowser, violations } from './chromium';
export { type Visitors, keepPicture, openVisitors } from './visitors';
export { shownText } from './shown-text';
export { strayWords } from './stray-words';
