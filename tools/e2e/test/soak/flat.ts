/** One sample of a process. */
export interface ProcessSample {
  readonly residentMb: number;
  readonly handles: number;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const grown = (values: readonly number[], share: number, least: number): readonly [number, number] | undefined => {
  const half = values.length >> 1;
  const [early, late] = [median(values.slice(0, half)), median(values.slice(half))];
  return late - early > Math.max(share * early, least) ? [early, late] : undefined;
};

/**
 * Violations of I12: what grew between the two halves of a period of even load. Compares medians, because garbage collections
 * make single samples vary; less than a tenth, or 15 MB and 10 handles, is not growth.
 */
export function growth(name: string, samples: readonly ProcessSample[]): string[] {
  const memory = grown(
    samples.map(({ residentMb }) => residentMb),
    0.1,
    15,
  );
  const handles = grown(
    samples.map((sample) => sample.handles),
    0.1,
    10,
  );
  return [
    ...(memory ? [`I12 ${name} grew from ${memory[0].toFixed(0)} to ${memory[1].toFixed(0)} MB`] : []),
    ...(handles ? [`I12 ${name} holds ${handles[1]} handles, before ${handles[0]}`] : []),
  ];
}
