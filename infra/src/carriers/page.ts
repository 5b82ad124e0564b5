import { type Server, createServer } from 'node:http';
import { escaped } from '../escaped';

export interface ShownMessage {
  readonly id: string;
  readonly to: string;
  readonly title: string;
  readonly text: string;
  readonly at: Date;
}

const style =
  'body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 system-ui,"Noto Sans CJK SC",sans-serif}' +
  'li{margin:1rem 0;padding:.5rem 1rem;border:1px solid #d3dae1;border-radius:.4rem;list-style:none}pre{white-space:pre-wrap;font:inherit}';

/** What was sent, the newest first: for people to look at a demonstration, and as JSON for tests. */
export function inboxOf(title: string, messages: readonly ShownMessage[], isJson: boolean): string {
  if (isJson) return JSON.stringify(messages);
  const rows = messages
    .toReversed()
    .map(
      ({ to, title: subject, text, at }) =>
        `<li><strong>${escaped(to)}</strong> ${at.toISOString()}<br>${escaped(subject)}<pre>${escaped(text)}</pre></li>`,
    );
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><style>${style}</style><h1>${title}</h1><ul>${rows.join('')}</ul></html>`;
}

/** A page of messages on a port of its own. */
export const inboxServer = (title: string, messages: () => readonly ShownMessage[]): Server =>
  createServer((request, response) => {
    const isJson = request.url === '/messages';
    response.setHeader('content-type', isJson ? 'application/json' : 'text/html; charset=utf-8');
    response.end(inboxOf(title, messages(), isJson));
  });

/** The most messages kept: a measurement sends tens of thousands. */
export const MOST_KEPT = 2_000;
