/** Milliseconds of each application when the next is submitted only after it has ended. @throws when one is not taken */
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
