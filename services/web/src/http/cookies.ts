import { type SiteLanguage, type ReadingMode, languages, modes } from '../page/reader';

const year = 365 * 24 * 60 * 60;

/** The two preferences this site stores in the browser; the session cookie is the gateway's and does not reach this service. */
export interface Preferences {
  readonly language: SiteLanguage;
  readonly mode: ReadingMode;
}

export function preferencesIn(header: string | undefined): Preferences {
  const cookies = new Map(
    (header ?? '').split(';').map((part) => {
      const [name = '', value = ''] = part.split('=', 2);
      return [name.trim(), value.trim()] as const;
    }),
  );
  return {
    language: languages.find((each) => each === cookies.get('lang')) ?? 'zh-CN',
    mode: modes.find((each) => each === cookies.get('mode')) ?? 'standard',
  };
}

export const preferenceCookie = (name: 'lang' | 'mode', value: string): string =>
  `${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax`;
