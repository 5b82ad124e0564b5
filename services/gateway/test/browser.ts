/** A browser with a jar, as far as one site is concerned: it keeps cookies, and follows nothing by itself. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** Set-Cookie lines as they came, the newest last. */
  readonly lines: string[] = [];

  constructor(private readonly url: string) {}

  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookies.size > 0) headers.set('Cookie', [...this.cookies].map((pair) => pair.join('=')).join('; '));
    if (!headers.has('Accept')) headers.set('Accept', 'text/html');
    const response = await fetch(this.url + path, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      this.lines.push(line);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Expires=Thu, 01 Jan 1970/.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** As a form or a script of the site's own page does. */
  post(path: string, init: RequestInit = {}): Promise<Response> {
    return this.send(path, {
      ...init,
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin', ...(init.headers as Record<string, string>) },
    });
  }
}

/** Where a redirect leads. */
export const locationOf = (response: Response): string => response.headers.get('location') ?? 'nowhere';
