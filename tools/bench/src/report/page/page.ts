import type { Growth } from '../../growth/growth';
import type { TelemetryCost } from '../../telemetry/telemetry';
import type { StoredResult } from '../folder';
import type { Summary } from '../summary';
import { table } from '../table';
import { benchCharts, tiles } from './bench-part';
import { growthPart } from './growth-part';
import { style } from './style';
import { text } from './svg';
import { telemetryPart } from './telemetry-part';

/** The stored results so far, each with its time. */
export interface ReportParts {
  readonly bench: StoredResult<Summary> | undefined;
  readonly growth: StoredResult<Growth> | undefined;
  readonly telemetry: StoredResult<TelemetryCost> | undefined;
}

/** One self-contained HTML page. */
export function page({ bench, growth, telemetry }: ReportParts): string {
  const parts = [
    ...(bench ? [said('', bench), tiles(bench.result), benchCharts(bench.result)] : []),
    ...(growth ? [said('With finished applications in the databases', growth), growthPart(growth.result)] : []),
    ...(telemetry ? [said('What telemetry costs', telemetry), telemetryPart(telemetry.result)] : []),
    ...(bench ? [`<h2>As the terminal shows it</h2><pre>${text(table(bench.result))}</pre>`] : []),
  ];
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lianban: the benchmark</title>' +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head>` +
    `<body><h1>Lianban 联办: the benchmark</h1>${parts.join('\n')}</body></html>\n`
  );
}

const said = (title: string, { at }: StoredResult<unknown>) =>
  `${title && `<h2>${text(title)}</h2>`}<p>measured ${text(at.slice(0, 16).replace('T', ' '))} UTC</p>`;
