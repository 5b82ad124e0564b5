/**
 * Starts `work` at a fixed rate, whether earlier calls are done or not: an open loop, so a slow city does not get fewer of them.
 * At most 200 run at once. `stop` resolves when the last one is done.
 */
export function openLoop(aSecond: number, work: (n: number) => Promise<unknown>): { stop(): Promise<void> } {
  const underWay = new Set<Promise<unknown>>();
  let n = 0;
  const timer = setInterval(() => {
    if (underWay.size >= 200) return;
    const one = work(n++).finally(() => underWay.delete(one));
    underWay.add(one);
  }, 1000 / aSecond);
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(underWay);
    },
  };
}
