const neverShown = /<(script|style|noscript|svg)\b[^>]*>.*?<\/\1>|<![^>]*>/gs;
const parts = /<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^">])*)>|([^<]+)/gi;
const alone = new Set('area base br col hr img input link meta source wbr'.split(' '));
const spoken = / (?:aria-label|placeholder|alt|title|data-(?!row-key)[a-z-]+)="([^"]*)"/g;
/** What the script shows later stands in `data-` attributes; what it reads there itself is one word of Latin letters. */
const isText = (attribute: string, value: string) =>
  !attribute.startsWith(' data-') || /\p{Script=Han}|\w \w/u.test(value);

/** Somebody's own words, isolated from the page's by direction; and what a screen reader does not say. */
const isOthers = (tag: string, attributes: string): boolean =>
  tag === 'bdi' || / (?:dir="auto"|aria-hidden="true")/.test(attributes);

const entities: Readonly<Record<string, string>> = { '#x27': "'", lt: '<', gt: '>', quot: '"', amp: '&', nbsp: ' ' };
const plain = (text: string): string =>
  text.replace(/&(#x27|lt|gt|quot|amp|nbsp);/g, (_, name: string) => entities[name]!);

/** Between these stand words that are not the page's: Unicode's isolates, as pages themselves put around names. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

/**
 * What an HTML document shows, a line for each piece of text, with what screen readers say of it. People's own words, and what is
 * marked as another language than the document's, stand between isolates.
 */
export function shownText(html: string): string {
  const document = html.replace(neverShown, '');
  const language = / lang="([^"]*)"/.exec(document)?.[1] ?? '';
  const open: { readonly tag: string; readonly isOthers: boolean }[] = [];
  const lines: string[] = [];
  for (const [, close, tag = '', attributes = '', text] of document.matchAll(parts)) {
    const inside = open.at(-1)?.isOthers ?? false;
    if (text !== undefined) {
      lines.push(inside ? isolated(text) : text);
    } else if (close) {
      while (open.length > 0 && open.pop()?.tag !== tag);
    } else {
      const own = / lang="([^"]*)"/.exec(attributes)?.[1] ?? language;
      const others = inside || own !== language || isOthers(tag, attributes);
      const said = [...attributes.matchAll(spoken)].flatMap(([all, words = '']) => (isText(all, words) ? words : []));
      lines.push(...(others ? said.map(isolated) : said));
      if (!alone.has(tag)) open.push({ tag, isOthers: others });
    }
  }
  return lines.map(plain).join('\n');
}
