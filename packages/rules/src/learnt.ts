import type { Facts } from '@lianban/casework';

/** What was told to a question, by its name; undefined when it was not asked, or not answered: then a person looks. */
export function learnt(known: Facts, question: string): Facts | undefined {
  const told = known[question];
  if (typeof told !== 'object' || told === null) return undefined;
  return 'available' in told && told.available === false ? undefined : (told as Facts);
}
