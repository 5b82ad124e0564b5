import { createContext, useContext } from 'react';
import type { Department } from '@lianban/rest-client';

/** A text in both languages, of the site or of the catalogue. */
export interface BilingualText {
  readonly zh: string;
  readonly en: string;
}

export const languages = ['zh-CN', 'en'] as const;
export type SiteLanguage = (typeof languages)[number];

export const modes = ['standard', 'elder'] as const;
/** `elder` is 长辈版: the same pages with larger text and touch targets. */
export type ReadingMode = (typeof modes)[number];

export interface ActingFor {
  readonly residentId: string;
  readonly name: string;
  readonly isOrganisation?: boolean | undefined;
}

/** The reader of a page, as far as the page depends on them. */
export interface Reader {
  readonly language: SiteLanguage;
  readonly mode: ReadingMode;
  readonly signedIn: boolean;
  /** The role the reader acts in, then the others they may act in; none when nobody is signed in. */
  readonly roles: readonly string[];
  /** What the reader is called, as far as the sign-in said it. */
  readonly name?: string | undefined;
  /** The principal the reader acts for, by a mandate. */
  readonly actingFor?: ActingFor | undefined;
  /** The city's departments, as far as they could be fetched. */
  readonly departments: readonly Department[];
  /** Path and query of this page, to return to. */
  readonly here: string;
  /** When the page is made. */
  readonly now: Date;
}

export const ReaderContext = createContext<Reader>({
  language: 'zh-CN',
  mode: 'standard',
  signedIn: false,
  roles: [],
  departments: [],
  here: '/',
  now: new Date(0),
});

export const useReader = (): Reader => useContext(ReaderContext);

/** The base path of personal pages: one's own or the principal's, so that the two never mix. */
export const basePath = ({ actingFor }: Pick<Reader, 'actingFor'>): string =>
  actingFor ? `/for/${actingFor.residentId}` : '';

export const useBase = (): string => basePath(useReader());

export const inLanguage =
  (language: SiteLanguage) =>
  (text: BilingualText): string =>
    language === 'en' ? text.en : text.zh;

/** Picks the text in the reader's language. */
export const useSay = (): ((text: BilingualText) => string) => inLanguage(useReader().language);
