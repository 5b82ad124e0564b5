/** Latency in milliseconds with one application at a time. @throws when one is refused */
export async function oneByOne(apply: () => Promise<void>, ms: number): Promise<number[]> {
  const samples: number[] = [];
  const began = performance.now();
  while (performance.now() - began < ms) {
    const before = performance.now();
    await apply();
    samples.push(performance.now() - before);
  }
  return samples;
}
