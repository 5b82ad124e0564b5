/**
 * Combines the reads of one turn of the event loop into one query. `loadMany` returns the documents it found by key; a key
 * that it does not return resolves with undefined.
 */
export function batchReads<V>(
  loadMany: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): (key: string) => Promise<V | undefined> {
  let waiting: Set<string> | undefined;
  let answer: Promise<ReadonlyMap<string, V>> | undefined;

  const collect = async (keys: Set<string>): Promise<ReadonlyMap<string, V>> => {
    await new Promise(setImmediate);
    waiting = answer = undefined;
    return loadMany([...keys]);
  };

  return async (key) => {
    waiting ??= new Set();
    waiting.add(key);
    answer ??= collect(waiting);
    return (await answer).get(key);
  };
}
