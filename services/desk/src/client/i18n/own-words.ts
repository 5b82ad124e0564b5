import { type Both, say } from './both';
import { fill } from './fill';
import { useWords } from './language';

/** The words of one page, which are loaded with it, in the language of the desk. */
export function useOwnWords<K extends string>(words: Readonly<Record<K, Both>>) {
  const { language } = useWords();
  return (key: K, gaps?: Readonly<Record<string, string | number>>): string => fill(say(words[key], language), gaps);
}
