import { request, type RequestOptions } from 'node:http';

/** The options of node:http for an engine's address. Engines behind TLS are not supported. */
export function engineOptions(at: string): RequestOptions {
  if (at.startsWith('unix://')) return { socketPath: at.slice('unix://'.length) };
  const url = new URL(at.replace(/^(tcp|http):/, 'http:'));
  if (url.protocol !== 'http:') throw new Error(`cannot speak ${url.protocol}`);
  return { host: url.hostname, port: url.port || 2375 };
}

/**
 * One request to the engine's HTTP interface.
 * @param quietMs gives up when no data arrives for this long; a long answer may take longer in total
 */
export function engineRequest(
  at: string,
  method: 'GET' | 'POST',
  path: string,
  { quietMs }: { quietMs: number },
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const call = request({ ...engineOptions(at), method, path }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.once('error', reject);
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    call.setTimeout(quietMs, () => call.destroy(new Error(`nothing heard for ${quietMs / 1000} s`)));
    call.once('error', reject);
    call.end();
  });
}
