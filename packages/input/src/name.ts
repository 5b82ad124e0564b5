import { cleaned } from './cleaned';

const longest = 100;
// The dot of names like 阿卜杜拉·买买提 is typed in many ways; U+00B7 is that of the register.
const dots = /\s*[·•・‧∙⋅᛫.．]\s*/gu;

/** A name in one form: blanks single, the dot within it U+00B7. Undefined when empty or over 100 characters. */
export function nameIn(typed: string): string | undefined {
  const text = cleaned(typed).replace(/\s+/g, ' ');
  // A name in Latin letters keeps its full stop: "J. Smith".
  const name = /\p{Script=Han}/u.test(text) ? text.replace(dots, '·') : text;
  const { length } = [...name];
  return length === 0 || length > longest ? undefined : name;
}

/** Blanks, dots and capitals tell nobody apart. */
const bare = (name: string): string => cleaned(name).replace(/\s/g, '').replace(dots, '').toLowerCase();

/** Whether two spellings are the same name; an empty one is nobody's. */
export const sameName = (one: string, other: string): boolean => bare(one) !== '' && bare(one) === bare(other);
