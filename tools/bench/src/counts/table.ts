import type { Work, WorkOfEach } from './work-of-each';

const columns = {
  produced: 'records produced',
  delivered: 'deliveries',
  queries: 'queries',
  inserts: 'inserts',
  updates: 'updates',
  transactions: 'transactions',
} as const satisfies Record<keyof Work, string>;
const kinds = Object.keys(columns) as (keyof Work)[];

export interface Counted {
  readonly before: WorkOfEach;
  readonly after: WorkOfEach;
  /** The same span of time without an application. */
  readonly idle: WorkOfEach;
  readonly applications: number;
}

/** What one application makes each service do: between the first two counts, less what an idle service does in the same time. */
export const workOfOne = ({ before, after, idle, applications }: Counted): WorkOfEach =>
  new Map(
    [...after].map(([service, work]) => {
      const done = (kind: keyof Work) => {
        const during = work[kind] - (before.get(service)?.[kind] ?? 0);
        const anyway = (idle.get(service)?.[kind] ?? 0) - work[kind];
        return Math.max(0, during - anyway) / applications;
      };
      return [service, Object.fromEntries(kinds.map((kind) => [kind, done(kind)])) as unknown as Work];
    }),
  );

const rounded = (value: number): string => (value < 0.005 ? '0' : value.toFixed(2).replace(/\.?0+$/, ''));

/** A Markdown table of counts per application: a row per service, those that do most first, and the sum. */
export function countsTable(each: WorkOfEach): string {
  const sum = (work: Work) => kinds.reduce((all, kind) => all + work[kind], 0);
  const row = (name: string, read: (kind: keyof Work) => number) => [name, ...kinds.map((kind) => rounded(read(kind)))];
  const together = (kind: keyof Work) => [...each.values()].reduce((all, work) => all + work[kind], 0);
  const lines = [
    ['an application', ...kinds.map((kind) => columns[kind])],
    ['---', ...kinds.map(() => '---:')],
    ...[...each].toSorted(([, a], [, b]) => sum(b) - sum(a)).map(([name, work]) => row(name, (kind) => work[kind])),
    row('**together**', together),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
