import { figure, text, ticks } from './svg';

export interface Series {
  readonly name: string;
  /** null interrupts the line. */
  readonly points: readonly (readonly [x: number, y: number | null])[];
}

export interface LineChart {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly series: readonly Series[];
  /** Tick labels of an x axis that is not a scale. */
  readonly names?: readonly string[];
  /** A horizontal line, such as a limit. */
  readonly level?: { readonly y: number; readonly name: string };
  /** Values above are cut off: a few outliers would flatten the rest. */
  readonly top?: number;
}

const [width, height] = [640, 300];
const edge = { left: 56, right: 110, top: 16, bottom: 44 };
// Labels closer than this would overlap.
const nameGap = 14;

/** A line chart as SVG; each point has a tooltip with its values. */
export function lineChart({ title, x, y, series, names, level, top = Infinity }: LineChart): string {
  const all = series.flatMap(({ points }) => points);
  const highestX = Math.max(...all.map(([at]) => at), names ? names.length - 1 : 0);
  const highestY = Math.min(top, Math.max(...all.map(([, value]) => value ?? 0), level?.y ?? 0));
  const marks = { x: names ? names.map((_, n) => n) : ticks(highestX), y: ticks(highestY) };
  const [lastX, lastY] = [marks.x.at(-1) || 1, marks.y.at(-1)!];
  const toX = (value: number) => edge.left + (value / lastX) * (width - edge.left - edge.right);
  const toY = (value: number) =>
    height - edge.bottom - (Math.min(value, lastY) / lastY) * (height - edge.top - edge.bottom);
  const grid = marks.y.map(
    (value) =>
      `<line class="grid" x1="${edge.left}" x2="${width - edge.right}" y1="${toY(value)}" y2="${toY(value)}"/>` +
      `<text class="mark" x="${edge.left - 6}" y="${toY(value) + 4}" text-anchor="end">${figure(value)}</text>`,
  );
  const under = marks.x.map(
    (value) =>
      `<text class="mark" x="${toX(value)}" y="${height - edge.bottom + 16}" text-anchor="middle">${text(names?.[value] ?? figure(value))}</text>`,
  );
  const limit = level
    ? [
        `<line class="level" x1="${edge.left}" x2="${width - edge.right}" y1="${toY(level.y)}" y2="${toY(level.y)}"/>`,
        `<text class="mark" x="${width - edge.right}" y="${toY(level.y) - 4}" text-anchor="end">${text(level.name)}</text>`,
      ]
    : [];
  const ends = spread(series.map(({ points }) => toY(points.findLast(([, value]) => value !== null)?.[1] ?? 0)));
  const drawn = series.map(({ name, points }, n) => {
    const seen = points.filter((point): point is readonly [number, number] => point[1] !== null);
    const dots = seen.map(
      ([at, value]) =>
        `<circle cx="${toX(at)}" cy="${toY(value)}" r="3"><title>${text(name)}: ${text(names?.[at] ?? figure(at))}, ${figure(value)}</title></circle>`,
    );
    const end = seen.at(-1);
    const label = end ? `<text class="name" x="${toX(end[0]) + 8}" y="${ends[n]! + 4}">${text(name)}</text>` : '';
    return `<g class="series s${n}"><path d="${path(points, toX, toY)}"/>${dots.join('')}${label}</g>`;
  });
  return (
    `<figure><figcaption>${text(title)}</figcaption><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${text(title)}">` +
    [...grid, ...under, ...limit, ...drawn].join('') +
    `<text class="axis" x="${(edge.left + width - edge.right) / 2}" y="${height - 6}" text-anchor="middle">${text(x)}</text>` +
    `<text class="axis" x="${edge.left}" y="10">${text(y)}</text></svg></figure>`
  );
}

function path(points: Series['points'], toX: (x: number) => number, toY: (y: number) => number): string {
  let pen = 'M';
  return points
    .map(([x, y]) => {
      if (y === null) {
        pen = 'M';
        return '';
      }
      const part = `${pen}${toX(x).toFixed(1)},${toY(y).toFixed(1)}`;
      pen = 'L';
      return part;
    })
    .join('');
}

/** Moves overlapping labels downwards, ordered by height. */
function spread(heights: readonly number[]): number[] {
  const placed = [...heights];
  let last = -Infinity;
  for (const n of heights.map((_, n) => n).toSorted((a, b) => heights[a]! - heights[b]!)) {
    placed[n] = Math.max(heights[n]!, last + nameGap);
    last = placed[n];
  }
  return placed;
}
