import { type ReactNode, createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { Text } from '@lianban/rest-client';
import { useDepartments } from '../api/hooks';
import { kept } from '../view/kept';
import { type DeskLanguage, sayOf } from './both';
import { districtOf, wordOf } from './codes';
import { en } from './en';
import { fill } from './fill';
import { lexiconOf } from './lexicon';
import { refusals } from './refusals';
import { type TextKey, zh } from './zh';

interface Spoken {
  readonly language: DeskLanguage;
  choose(language: DeskLanguage): void;
  /** The text of a key, its placeholders filled. */
  t(key: TextKey, gaps?: Readonly<Record<string, string | number>>): string;
  /** The text of a code. */
  word(code: string): string;
  /** The name of a district by its area code; empty without one. */
  district(code: string | undefined): string;
  /** The text of a refusal; undefined when there is none. */
  refusal(slug: string): string | undefined;
  /** A number with its unit. */
  count(of: number, name: string): string;
  text(of: Text | undefined): string;
}

const Context = createContext<Spoken | undefined>(undefined);

/** The language of the desk: chosen by the officer, stored in the browser, Chinese by default. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<DeskLanguage>(() => (kept.get('language') === 'en' ? 'en' : 'zh-CN'));
  const choose = useCallback((chosen: DeskLanguage) => {
    kept.set('language', chosen);
    setLanguage(chosen);
  }, []);
  const { data: departments } = useDepartments();
  const spoken = useMemo<Spoken>(() => {
    const lexicon = lexiconOf(departments ?? []);
    const words = language === 'en' ? en : zh;
    document.documentElement.lang = language;
    document.title = words.title;
    return {
      language,
      choose,
      t: (key, gaps) => fill(words[key], gaps),
      word: (code) => wordOf(code, language, lexicon),
      district: (code) => (code ? districtOf(code, language) : ''),
      refusal: (slug) => sayOf(refusals, slug, language),
      count: (of, name) => lexicon.counted(of, name, language),
      text: (of) => (language === 'en' ? of?.en : of?.zh) ?? '',
    };
  }, [language, choose, departments]);
  return <Context value={spoken}>{children}</Context>;
}

export function useWords(): Spoken {
  const spoken = useContext(Context);
  if (!spoken) throw new Error('useWords needs a LanguageProvider');
  return spoken;
}
