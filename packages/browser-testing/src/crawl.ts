/** `LIANBAN_CRAWL=all`: pages are shown in every combination of language, mode and role, and kept as pictures. */
export const isWholeCrawl = process.env['LIANBAN_CRAWL'] === 'all';
