import { type Layer, layers } from './layers';

/** CPU milliseconds per application of one process, by layer; null for a process without a profile. */
export interface Column {
  readonly process: string;
  readonly milliseconds: number;
  readonly shares: ReadonlyMap<Layer, number> | null;
}

const hundredths = (value: number): string => (value < 0.005 ? '·' : value.toFixed(2));

/** A Markdown table of CPU milliseconds per application: a row per layer, a column per process, the most expensive first. */
export function layerTable(columns: readonly Column[]): string {
  const sorted = columns.toSorted((a, b) => b.milliseconds - a.milliseconds);
  const row = (name: string, cell: (column: Column) => number | undefined): string[] => {
    const values = sorted.map(cell);
    const sum = values.reduce<number>((all, value) => all + (value ?? 0), 0);
    return [name, ...values.map((value) => (value === undefined ? '' : hundredths(value))), hundredths(sum)];
  };
  const lines = [
    ['ms of CPU an application', ...sorted.map(({ process }) => process), 'together'],
    ['---', ...sorted.map(() => '---:'), '---:'],
    ...layers.map((layer) =>
      row(layer, ({ shares, milliseconds }) => shares?.get(layer) && shares.get(layer)! * milliseconds),
    ),
    row('the server’s own', ({ shares, milliseconds }) => (shares ? undefined : milliseconds)),
    row('**together**', ({ milliseconds }) => milliseconds),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
