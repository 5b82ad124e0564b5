import type { OwnData } from '../schemas/own-data';
import { leftOut } from './left-out';
import type { Asked } from './asked';
import { listNames, lists } from './parts';
import type { Vocabulary } from './vocabulary';
import { headings } from './words';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (each) => escapes[each]!);

const style = `body{font:16px/1.6 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
dl{display:grid;grid-template-columns:minmax(9rem,16rem) 1fr;gap:.1rem 1rem;margin:.3rem 0}dt{color:#555}dd{margin:0;overflow-wrap:anywhere}
article{border-top:1px solid #999;padding:.6rem 0;break-inside:avoid-page}ul{margin:0;padding-left:1.2rem}@media print{body{margin:0;max-width:none;font-size:10pt}}`;

// Opened from a disk, where no server says what a page may do.
const policy = "default-src 'none'; style-src 'unsafe-inline'";

const cityTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'medium',
  timeStyle: 'short',
});
const isMoment = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** One value in words: money in yuan, moments by the city's clock, codes with what they mean. */
function shown(key: string, value: unknown, words: Vocabulary): string {
  if (Array.isArray(value))
    return value.length === 0 ? '–' : `<ul>${value.map((each) => `<li>${shown(key, each, words)}</li>`).join('')}</ul>`;
  if (typeof value === 'object' && value !== null) return listed(value, words);
  if (typeof value === 'boolean') return value ? '是 yes' : '否 no';
  if (typeof value === 'number') return /cents$/i.test(key) ? `¥${(value / 100).toFixed(2)}` : String(value);
  if (typeof value !== 'string') return '–';
  return escaped(isMoment.test(value) ? cityTime.format(new Date(value)) : words.codeOf(value));
}

const listed = (entry: object, words: Vocabulary): string =>
  `<dl>${Object.entries(entry)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `<dt>${escaped(words.nameOf(key))}</dt><dd>${shown(key, value, words)}</dd>`)
    .join('')}</dl>`;

const heading = (of: keyof typeof headings): string => `<h2>${headings[of].join(' ')}</h2>\n`;

/** The export to read and to print, made while it is sent: one file without scripts, that needs nothing else. */
export async function* asPage(
  { about, register }: Pick<OwnData, 'about' | 'register'>,
  asked: Asked,
  words: Vocabulary,
): AsyncGenerator<string> {
  yield `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width"><title>我的数据 My data</title><style>${style}</style></head><body>
<h1>我的数据 My data</h1>
<p>${escaped(cityTime.format(new Date(about.madeAt)))} · 《个人信息保护法》第四十五条 Personal Information Protection Law, art. 45</p>
<p>完整的文件以“完”字结尾。 A whole file ends with the word “complete”.</p>
<p>未包含 Not in here:</p><ul>${leftOut.map(({ zh, en }) => `<li>${escaped(zh)} ${escaped(en)}</li>`).join('')}</ul>
${heading('register')}${listed(register, words)}
`;
  for (const name of listNames) {
    yield heading(name);
    let isEmpty = true;
    for await (const entry of lists[name](asked)) {
      isEmpty = false;
      yield `<article>${listed(entry, words)}</article>\n`;
    }
    if (isEmpty) yield '<p>无 none</p>\n';
  }
  yield '<p>完 complete</p></body></html>\n';
}
