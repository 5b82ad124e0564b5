import { looks } from '@lianban/catalogue';
import { type Refusal, isRefusal } from '@lianban/model';
import type { residents } from '@lianban/protos';
import { type AnyRoute, downloadRoute } from '../http/route';
import type { Ports } from '../ports';
import { readListView } from '../schemas/read';

type Lines = ReturnType<typeof readListView>['reads'];
const linesAtOnce = 500;

const columns = {
  'first_at 第一次': ({ firstAt }) => firstAt,
  'last_at 最近一次': ({ at }) => at,
  'times 次数': ({ count }) => String(count),
  'reader 查阅人': ({ reader }) => reader,
  'department 部门': ({ department = '' }) => department,
  'case 办件': ({ caseId = '' }) => caseId,
  'purpose 目的': ({ purpose }) => {
    const known = looks.purposeOf(purpose);
    return known ? `${purpose} ${known.words.zh}` : purpose;
  },
  'basis 依据': ({ basis = '' }) => basis,
  'fields 内容': ({ fields }) => fields.join('; '),
  'household 因同户': ({ ofHousehold }) => (ofHousehold ? 'yes 是' : ''),
  'asked_at 提问': ({ question }) => question?.askedAt ?? '',
  'answer 答复': ({ question }) => question?.answer ?? '',
} as const satisfies Readonly<Record<string, (line: Lines[number]) => string>>;

/** A spreadsheet takes what begins with one of these for a formula. */
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** With a byte order mark, by which spreadsheets see that it is UTF-8. */
export const asCsv = (lines: Lines): string =>
  '\uFEFF' +
  [Object.keys(columns), ...lines.map((line) => Object.values(columns).map((of) => of(line)))]
    .map((row) => row.map(cell).join(','))
    .join('\r\n') +
  '\r\n';

/** To the oldest: it is folded, so it has a line for each reader, case and purpose. */
async function allReads(
  { residents: service }: Pick<Ports, 'residents'>,
  residentId: string,
  call: Parameters<Ports['residents']['listReads']>[1],
): Promise<Lines | Refusal> {
  const lines: Lines[number][] = [];
  for (let cursor = ''; ;) {
    const request = { residentId, agentId: '', limit: linesAtOnce, cursor, withoutOwn: false };
    const page: residents.v1.ListReadsResponse | Refusal = await service.listReads(request, call);
    if (isRefusal(page)) return page;
    lines.push(...readListView(page).reads);
    if (!page.nextCursor) return lines;
    cursor = page.nextCursor;
  }
}

/** The whole list as a file. */
export const exportOf = (format: 'json' | 'csv', type: string): AnyRoute =>
  downloadRoute({
    kind: 'download',
    method: 'get',
    path: `/api/me/reads.${format}`,
    id: format === 'json' ? 'exportReadsAsJson' : 'exportReadsAsCsv',
    summary: `Who read my data, all of it, as a file (${format.toUpperCase()})`,
    who: 'resident',
    gives: [type],
    async send({ who, call, signal }, ports) {
      const lines = await allReads(ports, who.id, { ...call, signal });
      if (isRefusal(lines)) return lines;
      const text = format === 'json' ? JSON.stringify({ reads: lines }, undefined, 2) : asCsv(lines);
      const content = Buffer.from(text);
      return { type, size: content.length, name: `reads.${format}`, content: once(content) };
    },
  });

async function* once(content: Buffer): AsyncIterable<Uint8Array> {
  yield content;
}
