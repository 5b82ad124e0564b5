import { smsParts } from './sms-parts';
import { type Language, type Words, languages } from './words';

/** legal: a served document 送达, which nobody opts out of; the others are a service. */
export type NoticeClass = 'legal' | 'service' | 'reminder' | 'survey';

/** What a person is told of one kind of event: codes become words here alone. */
export interface Template {
  readonly code: string;
  /** A change of the words is the next version: a notice names the one it was made with. */
  readonly version: number;
  readonly class: NoticeClass;
  /** It says until when something can be done. */
  readonly dated: boolean;
  readonly title: Words;
  /** In the inbox. */
  readonly inbox: Words;
  /** By SMS and mail; absent, it goes to the inbox alone. */
  readonly push?: Words;
}

/** What stands in the places of a template. */
export interface Places {
  readonly number: string;
  /** Whose application it is, to whoever reads. */
  readonly whose: string;
  readonly until?: string;
  readonly link?: string;
}
type Place = keyof Places;

/** A message outside the inbox may name nobody and nothing by which somebody is found: no number, no package, no department. */
const allowed = {
  inbox: ['number', 'whose', 'until'],
  push: ['whose', 'until', 'link'],
} as const satisfies Record<string, readonly Place[]>;
const longest: Places = {
  number: '',
  whose: '您代为办理的办件',
  until: '2026年12月31日',
  link: 'https://lianban.zhengzhou.gov.cn/inbox',
};
const longestEn: Places = { ...longest, whose: 'An application you filed for somebody', until: '31 December 2026' };
/** A message of more parts is paid for several times, and old telephones show it in pieces. */
export const MOST_PARTS = { zh: 2, en: 3 } as const;

export const fill = (words: string, places: Places): string =>
  words.replaceAll(
    /\{(\w+)\}/g,
    (whole, place: string) => (places as unknown as Record<string, string>)[place] ?? whole,
  );

const placesIn = (words: string): readonly string[] =>
  [...words.matchAll(/\{(\w+)\}/g)].map(([, place]) => place ?? '');

/** What is wrong in templates, one sentence each; a service does not start with any. */
export function wrongIn(templates: readonly Template[]): readonly string[] {
  const twice = templates.filter(({ code }, i) => templates.findIndex((each) => each.code === code) !== i);
  return [...twice.map(({ code }) => `${code}: is there twice`), ...templates.flatMap(wrongInOne)];
}

function wrongInOne({ code, dated, title, inbox, push }: Template): readonly string[] {
  return languages.flatMap((language) => {
    const where = `${code} (${language})`;
    return [
      ...(title[language].trim() === '' ? [`${where}: has no title`] : []),
      ...placesIn(title[language]).map((place) => `${where}: {${place}} may not stand in the title`),
      ...wrongWords(where, 'inbox', inbox[language], ['number', ...(dated ? ['until'] : [])]),
      ...(push ? wrongPush(where, language, push[language], dated) : []),
    ];
  });
}

function wrongPush(where: string, language: Language, words: string, dated: boolean): readonly string[] {
  const wrong = wrongWords(where, 'push', words, ['link', ...(dated ? ['until'] : [])]);
  if (wrong.length > 0) return wrong;
  const parts = smsParts(fill(words, language === 'zh' ? longest : longestEn));
  return parts > MOST_PARTS[language] ? [`${where}: an SMS of ${parts} parts, at most ${MOST_PARTS[language]}`] : [];
}

function wrongWords(
  where: string,
  kind: keyof typeof allowed,
  words: string,
  needed: readonly string[],
): readonly string[] {
  const found = placesIn(words);
  const may: readonly string[] = allowed[kind];
  return [
    ...found.filter((place) => !may.includes(place)).map((place) => `${where}: {${place}} may not stand in ${kind}`),
    ...needed.filter((place) => !found.includes(place)).map((place) => `${where}: {${place}} is missing in ${kind}`),
  ];
}
