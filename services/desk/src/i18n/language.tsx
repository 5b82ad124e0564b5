import { type ReactNode, createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { Text } from '@lianban/rest-client';
import { useDepartments } from '../api/hooks';
import { kept } from '../view/kept';
import { type DeskLanguage, sayOf } from './both';
import { wordOf } from './codes';
import { en } from './en';
import { fill } from './fill';
import { lexiconOf } from './lexicon';
import { refusals } from './refusals';
import { type TextKey, zh } from './zh';

interface Spoken {
  readonly language: DeskLanguage;
  choose(language: DeskLanguage): void;
  /** The sentence of a key, its gaps filled. */
  t(key: TextKey, gaps?: Readonly<Record<string, string | number>>): string;
  /** The word of a code, or the code itself. */
  word(code: string): string;
  /** What a service's "no" means; undefined when there are no words of it. */
  refusal(slug: string): string | undefined;
  /** A number of something, with its unit. */
  count(of: number, name: string): string;
  text(of: Text | undefined): string;
}

const Context = createContext<Spoken | undefined>(undefined);

/** The language of the desk: chosen by the officer, kept in this browser, Chinese to begin with. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<DeskLanguage>(() => (kept.get('language') === 'en' ? 'en' : 'zh-CN'));
  const choose = useCallback((chosen: DeskLanguage) => {
    kept.set('language', chosen);
    setLanguage(chosen);
  }, []);
  const { data: departments } = useDepartments();
  const spoken = useMemo<Spoken>(() => {
    const lexicon = lexiconOf(departments ?? []);
    document.documentElement.lang = language;
    const words = language === 'en' ? en : zh;
    return {
      language,
      choose,
      t: (key, gaps) => fill(words[key], gaps),
      word: (code) => wordOf(code, language, lexicon),
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
