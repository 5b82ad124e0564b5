export type DeskLanguage = 'zh-CN' | 'en';

/** A text in both languages of the desk. */
export type Both = readonly [zh: string, en: string];
export type Table = Readonly<Record<string, Both>>;

export const say = ([zh, en]: Both, language: DeskLanguage): string => (language === 'zh-CN' ? zh : en);

/** The text of a code in a table; undefined when it has none. */
export const sayOf = (table: Table, code: string, language: DeskLanguage): string | undefined =>
  Object.hasOwn(table, code) ? say(table[code] as Both, language) : undefined;
