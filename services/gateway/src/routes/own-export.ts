import { isRefusal } from '@lianban/model';
import { type AnyRoute, downloadRoute } from '../http/route';
import { asJson } from '../own-data/as-json';
import { asPage } from '../own-data/as-page';
import { leftOut } from '../own-data/left-out';
import type { Asked } from '../own-data/asked';
import { vocabularyOf } from '../own-data/vocabulary';
import { type OwnData, entryView, ownData } from '../schemas/own-data';

type Head = Pick<OwnData, 'about' | 'register'>;

interface Form {
  readonly path: `/api/me/${string}`;
  readonly id: string;
  readonly summary: string;
  readonly type: string;
  readonly name: string;
  readonly holds?: typeof ownData;
  /** Made while it is sent; what it cannot do without is fetched before. */
  readonly write: (head: Head, asked: Asked) => Promise<AsyncIterable<string>>;
}

/** Everything the city holds of whoever asks. The register records it as a look of their own before anything is sent. */
const exportAs = ({ path, id, summary, type, name, holds, write }: Form): AnyRoute =>
  downloadRoute({
    kind: 'download',
    method: 'get',
    path,
    id,
    summary,
    who: 'resident',
    gives: [type],
    ...(holds && { holds }),
    async send({ who, call, signal }, ports) {
      await ports.rates.exporting(who.id);
      const asked = { residentId: who.id, ports, call: { ...call, signal } };
      const found = await ports.ownEntry.getEntry({ residentId: who.id }, asked.call);
      if (isRefusal(found)) return found;
      const about = { residentId: who.id, madeAt: new Date().toISOString(), leftOut: leftOut.map(({ en }) => en) };
      const content = encoded(await write({ about, register: entryView(found) }, asked));
      return { type, size: undefined, name, content };
    },
  });

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of texts) yield Buffer.from(text);
}

export const ownExport = [
  exportAs({
    path: '/api/me/export',
    id: 'exportOwnData',
    summary: 'Everything the city holds of me, as a file (JSON); six an hour, in either form',
    type: 'application/json',
    name: 'my-data.json',
    holds: ownData,
    write: (head, asked) => Promise.resolve(asJson(head, asked)),
  }),
  exportAs({
    path: '/api/me/export.html',
    id: 'exportOwnDataToRead',
    summary: 'The same to read and to print (HTML)',
    type: 'text/html; charset=utf-8',
    name: 'my-data.html',
    write: async (head, asked) => asPage(head, asked, await vocabularyOf(asked)),
  }),
];
