import { createContext, useContext } from 'react';
import type { Department } from '@lianban/rest-client';

/** What a person reads, in both languages: the site's own words and the catalogue's have the same shape. */
export interface BilingualText {
  readonly zh: string;
  readonly en: string;
}

export const languages = ['zh-CN', 'en'] as const;
export type SiteLanguage = (typeof languages)[number];

export const modes = ['standard', 'elder'] as const;
/** `elder` is 长辈版: the same pages with larger text and targets. */
export type ReadingMode = (typeof modes)[number];

export interface ActingFor {
  readonly residentId: string;
  readonly name: string;
}

/** Who reads the page, as far as the page depends on it. */
export interface Reader {
  readonly language: SiteLanguage;
  readonly mode: ReadingMode;
  readonly signedIn: boolean;
  /** The person in whose name the reader acts, by a mandate. */
  readonly actingFor?: ActingFor | undefined;
  /** Departments by name, as far as they could be read. */
  readonly departments: readonly Department[];
  /** Path and query of this page, to come back to. */
  readonly here: string;
}

export const ReaderContext = createContext<Reader>({
  language: 'zh-CN',
  mode: 'standard',
  signedIn: false,
  departments: [],
  here: '/',
});

export const useReader = (): Reader => useContext(ReaderContext);

/** Paths of what belongs to a person: one's own, or of whom one acts for, so that nothing of one shows in the other's. */
export const basePath = ({ actingFor }: Pick<Reader, 'actingFor'>): string =>
  actingFor ? `/for/${actingFor.residentId}` : '';

export const useBase = (): string => basePath(useReader());

export const inLanguage =
  (language: SiteLanguage) =>
  (text: BilingualText): string =>
    language === 'en' ? text.en : text.zh;

/** Says a text in the reader's language. */
export const useSay = (): ((text: BilingualText) => string) => inLanguage(useReader().language);
