/**
 * A copy, to be added to, of an object whose keys are numbers of cases. No two such objects have the same keys: as ordinary objects
 * each would be a shape of its own that V8 makes, links to all others and collects again. Without a prototype it is a hash table
 * from the beginning.
 */
export function tableOf<V>(entries: Readonly<Record<string, V>>): Record<string, V> {
  const table = Object.create(null) as Record<string, V>;
  for (const key of Object.keys(entries)) table[key] = entries[key]!;
  return table;
}
