type PageLanguage = 'zh-CN' | 'en';

/** What programs say to each other, and nobody else: kebab-case, camelCase, snake_case, role:id, an expression, a version, a district. */
const codes: readonly RegExp[] = [
  /(?<![\w@./-])[a-z]+(?:-[a-z0-9]+)+(?![\w@-])/g,
  /\b[a-z]+[A-Z]\w*/g,
  /\b[a-z]+_\w+/g,
  /\b(?:resident|officer|supervisor|operator):\S+/g,
  /\b\w+ (?:=|<|>|<=|>=) \S+/g,
  /(?<![\w-])\d{6}(?![\w-])/g,
];

/** English words with hyphens. What is not here and not translated is a code. */
const compounds: ReadonlySet<string> = new Set(
  (
    'up-to-date face-to-face start-up sign-in ageing-friendly age-friendly e-seal e-sealed load-bearing re-employment ' +
    'self-employment follow-up move-in long-term part-timers single-key read-only half-filled'
  ).split(' '),
);

const foreign = {
  // Three words of Latin letters in a row are a sentence; a small word alone is a code of one word. Names are written PDF, Chrome.
  'zh-CN': /[A-Za-z’']+(?:,? [A-Za-z’']+){2,}|(?<![\w@./ -])[a-z]{4,}(?![\w@./ -])/g,
  en: /[\p{Script=Han}]+/gu,
} as const satisfies Record<PageLanguage, RegExp>;

/**
 * The words of a page that its reader cannot read: codes, and sentences of the other language.
 * @param text what the page shows; what people wrote themselves stands between isolates, and may be of any language
 * @param allowed codes that are meant for people: the number of an officer
 */
export function strayWords(text: string, language: PageLanguage, allowed: readonly string[] = []): readonly string[] {
  // A code is wrong wherever it stands, as in place of a name; of a language somebody is free.
  const own = text.replace(/\u2068[^\u2069]*\u2069/g, '');
  const found = [...codes.flatMap((kind) => text.match(kind) ?? []), ...(own.match(foreign[language]) ?? [])];
  const known = (word: string) => allowed.includes(word) || (language === 'en' && compounds.has(word));
  return [...new Set(found.filter((word) => !known(word)))];
}
