import type { Metric } from '@lianban/telemetry';

/** One series: its metric, and its labels without those of a histogram's buckets. */
export interface Scraped {
  readonly name: string;
  readonly kind: Metric['kind'];
  readonly labels: readonly string[];
}

/** One line of the answer: the name of the series, its labels as written between the braces, and its value. */
export interface MetricSample {
  readonly name: string;
  readonly inside: string;
  readonly value: number;
}

/** Reads GET /metrics of the health port, without `target_info`, which the exporter adds. */
export async function scrape(port: number): Promise<{ series: readonly Scraped[]; samples: readonly MetricSample[] }> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const kinds = new Map([...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name, kind]) => [name!, kind!]));
  const samples = [...text.matchAll(/^([a-z]\w*)(?:\{(.*)\})? (\S+)$/gm)]
    .map(([, name, inside = '', value]) => ({ name: name!, inside, value: Number(value) }))
    .filter(({ name }) => name !== 'target_info');
  const series = samples.map(({ name: written, inside }) => {
    const name = kinds.has(written) ? written : written.replace(/_(bucket|sum|count)$/, '');
    const kind = kinds.get(name);
    if (!kind) throw new Error(`${written} has no type`);
    const labels = [...inside.matchAll(/(\w+)="(?:[^"\\]|\\.)*"/g)].map(([, label]) => label!);
    return { name, kind: kind as Metric['kind'], labels: labels.filter((label) => label !== 'le') };
  });
  return { series, samples };
}
