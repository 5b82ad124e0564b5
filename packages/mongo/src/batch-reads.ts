/**
 * Makes one look-up out of all that are asked for in the same turn of the event loop: a hundred callers who each want one
 * document cost one query. `loadMany` answers for each key it found; a key without an answer is undefined.
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
