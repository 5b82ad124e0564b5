import { figure, text } from './svg';

export interface BarChart {
  readonly title: string;
  readonly unit: string;
  /** Each row has a bar for each of these; 0 draws none. */
  readonly names: readonly string[];
  readonly rows: readonly { readonly name: string; readonly values: readonly number[] }[];
}

const width = 640;
const left = 140;
const right = 60;
const bar = 12;

/** A horizontal bar chart, grouped by row, with values. */
export function barChart({ title, unit, names, rows }: BarChart): string {
  const highest = Math.max(...rows.flatMap(({ values }) => values), Number.MIN_VALUE);
  const group = names.length * (bar + 2) + 8;
  const height = rows.length * group + 24;
  const drawn = rows.map(({ name, values }, row) => {
    const y = row * group + 20;
    const bars = values.map((value, n) => {
      if (value === 0) return '';
      const long = (value / highest) * (width - left - right);
      const at = y + n * (bar + 2);
      return (
        `<g class="bars s${n}"><rect x="${left}" y="${at}" width="${long.toFixed(1)}" height="${bar}" rx="2">` +
        `<title>${text(name)}, ${text(names[n] ?? '')}: ${figure(value)} ${text(unit)}</title></rect></g>` +
        `<text class="mark" x="${left + long + 5}" y="${at + bar - 2}">${figure(value)}</text>`
      );
    });
    const middle = y + (names.length * (bar + 2)) / 2 + 3;
    return `<text class="row" x="${left - 8}" y="${middle}" text-anchor="end">${text(name)}</text>${bars.join('')}`;
  });
  const legend = names.map(
    (name, n) =>
      `<g class="bars s${n}"><rect x="${left + n * 120}" y="2" width="${bar}" height="${bar}" rx="2"/></g>` +
      `<text class="mark" x="${left + n * 120 + bar + 5}" y="12">${text(name)}</text>`,
  );
  return (
    `<figure><figcaption>${text(title)}</figcaption><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${text(title)}">` +
    `${[...legend, ...drawn].join('')}</svg></figure>`
  );
}
