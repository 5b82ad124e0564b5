import type { Package } from '@lianban/rest-client';
import type { SearchEntry } from './entry';
import { entriesOf } from './entries';
import { initialsOf, spelledOf } from './pinyin';
import { isOneSlipFrom } from './one-slip';

interface Indexed {
  readonly entry: SearchEntry;
  /** Names and keywords, normalised. */
  readonly names: readonly string[];
  readonly initials: readonly string[];
  readonly spelled: readonly string[];
  readonly words: readonly string[];
  readonly everything: string;
}

export interface Index {
  /** Hits, best first. */
  search(query: string): readonly SearchEntry[];
}

/** Below this similarity a match is chance. */
const leastScore = 20;
const mostResults = 20;

/** Searches by names, synonyms, parts of a sentence, and pinyin in full or by initials. */
export function createIndex(packages: readonly Package[]): Index {
  const indexed = entriesOf(packages).map(index);
  return {
    search(query) {
      const asked = normal(query);
      if (asked === '') return [];
      return indexed
        .map((each) => ({ entry: each.entry, score: score(asked, query, each) }))
        .filter((each) => each.score >= leastScore)
        .sort((one, other) => other.score - one.score)
        .slice(0, mostResults)
        .map(({ entry }) => entry);
    },
  };
}

function index(entry: SearchEntry): Indexed {
  const own = [entry.name.zh, entry.name.en, ...entry.keywords];
  const chinese = own.filter(hasHan);
  return {
    entry,
    names: own.map(normal),
    initials: chinese.map(initialsOf),
    spelled: chinese.map(spelledOf),
    words: wordsOf([...own, entry.about.en].join(' ')),
    everything: normal([...own, entry.about.zh, entry.about.en].join(' ')),
  };
}

function score(asked: string, query: string, of: Indexed): number {
  const best = Math.max(...of.names.map((name) => nameScore(asked, name)));
  if (best > 0) return best;
  if (canBePart(asked) && of.everything.includes(asked)) return 60;
  const exact = hasHan(asked) ? likeness(asked, of.everything) : latinScore(asked, query, of);
  return exact >= leastScore ? exact : Math.max(exact, slipScore(asked, of));
}

/** Two or three Latin letters stand next to each other everywhere, across words too. */
const canBePart = (asked: string): boolean => hasHan(asked) || asked.length >= 4;

function nameScore(asked: string, name: string): number {
  if (name === asked) return 120;
  if (canBePart(asked) && name.includes(asked)) return 100;
  // A sentence may contain the name: "我想开小店".
  return name.length > 1 && asked.includes(name) ? 80 : 0;
}

function latinScore(asked: string, query: string, { initials, spelled, words }: Indexed): number {
  if (asked.length >= 2 && initials.some((each) => each.startsWith(asked))) return 70;
  if (asked.length >= 3 && initials.some((each) => each.includes(asked))) return 55;
  if (asked.length >= 3 && spelled.some((each) => each.includes(asked))) return 65;
  const wanted = wordsOf(query);
  const met = wanted.filter((word) => words.some((each) => isSameWord(word, each)));
  return wanted.length === 0 ? 0 : (50 * met.length) / wanted.length;
}

const isSameWord = (word: string, each: string): boolean =>
  each.startsWith(word) || word.startsWith(each) || (word.length >= 4 && isOneSlipFrom(word, each));

/** A name or synonym with one slip: a character too many, too few, another, or two the wrong way round; in Chinese also by sound. */
function slipScore(asked: string, { names, spelled, words }: Indexed): number {
  if (hasHan(asked)) {
    const sound = spelledOf(asked);
    if (asked.length >= 2 && spelled.some((each) => each === sound)) return 45;
    return asked.length >= 3 && names.some((name) => isOneSlipFrom(asked, name)) ? 40 : 0;
  }
  if (asked.length < 4) return 0;
  return [...words, ...spelled].some((each) => isOneSlipFrom(asked, each)) ? 40 : 0;
}

/** Filler words around the search term in a sentence. */
const aroundIt = /我(想|要)|怎么办?|如何|请问|哪里|在哪|可以|办理?|申请|吗|呢|的/g;

/** The share of character bigrams found. */
function likeness(question: string, text: string): number {
  const asked = question.replaceAll(aroundIt, '');
  const pairs = Array.from({ length: asked.length - 1 }, (_, i) => asked.slice(i, i + 2));
  const met = pairs.filter((pair) => text.includes(pair)).length;
  return pairs.length === 0 ? 0 : (50 * met) / pairs.length;
}

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

const normal = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{C}]+/gu, '');

/** English words longer than three letters: "a" and "of" are noise. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]{3,}/g) ?? [];
