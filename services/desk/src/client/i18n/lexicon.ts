import type { Department, Text } from '@lianban/rest-client';
import type { DeskLanguage } from './both';

/** Texts of departments' codes and their names. */
export interface Lexicon {
  labelOf(code: string, language: DeskLanguage): string | undefined;
  /** A number with its unit, if it has one. */
  counted(count: number, name: string, language: DeskLanguage): string;
}

const said = (text: Text, language: DeskLanguage): string => (language === 'zh-CN' ? text.zh : text.en);

/** When two departments use one code, the first one's text counts. */
export function lexiconOf(departments: readonly Pick<Department, 'code' | 'name' | 'words'>[]): Lexicon {
  const names = departments.map(({ code, name }) => ({ code, label: name, unit: undefined }));
  const all = [...names, ...departments.flatMap(({ words }) => words)];
  const first = new Map(all.toReversed().map((word) => [word.code, word]));
  return {
    labelOf(code, language) {
      const label = first.get(code)?.label;
      return label && said(label, language);
    },
    counted(count, name, language) {
      const { unit } = first.get(name) ?? {};
      const word = unit && said(unit, language);
      if (!word) return String(count);
      return `${count} ${language === 'en' && count === 1 ? word.replace(/s$/, '') : word}`;
    },
  };
}
