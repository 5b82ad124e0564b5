/** A browser without scripts: it stores cookies by site, follows redirects, and sends forms. */
export class SiteVisitor {
  private readonly jars = new Map<string, Map<string, string>>();

  constructor(private readonly site: string) {}

  /** Another browser with a copy of the cookies, as a thief would have. */
  twin(): SiteVisitor {
    const twin = new SiteVisitor(this.site);
    for (const [place, jar] of this.jars) twin.jars.set(place, new Map(jar));
    return twin;
  }

  /** Keeps the language and the mode that somebody has chosen. */
  prefer(preferences: Readonly<Record<string, string>>): void {
    const { hostname } = new URL(this.site);
    const jar = this.jars.get(hostname) ?? new Map<string, string>();
    this.jars.set(hostname, jar);
    for (const [name, value] of Object.entries(preferences)) jar.set(name, value);
  }

  /** Goes to an address or a path of the site and follows redirects. */
  async visit(to: string, init: RequestInit = {}): Promise<{ readonly url: URL; readonly response: Response }> {
    let url = new URL(to, this.site);
    let sent = init;
    for (let hops = 0; hops < 20; hops += 1) {
      const response = await this.send(url, sent);
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || location === null) return { url, response };
      await response.body?.cancel();
      url = new URL(location, url);
      sent = {};
    }
    throw new Error(`${to} leads round in circles`);
  }

  /** Presses a button of a form on the page at `url`; the request has that page's origin. */
  press(url: URL, form: Readonly<Record<string, string>>) {
    return this.visit(url.href, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { 'Sec-Fetch-Site': 'same-origin', Origin: url.origin },
    });
  }

  /** Signs in with one of the demo accounts; resolves with the page that follows. */
  async signIn(account: string, path = '/'): Promise<URL> {
    const list = await this.visit(`/auth/sign-in?return=${encodeURIComponent(path)}`);
    if (!(await list.response.text()).includes(`value="${account}"`)) throw new Error(`${account} is not on the list`);
    return (await this.press(list.url, { account })).url;
  }

  private async send(url: URL, init: RequestInit): Promise<Response> {
    // Cookies ignore ports; the two sites use different names for theirs.
    const jar = this.jars.get(url.hostname) ?? new Map<string, string>();
    this.jars.set(url.hostname, jar);
    const headers = new Headers({ Accept: 'text/html', ...(init.headers as Record<string, string>) });
    if (jar.size > 0) headers.set('Cookie', [...jar].map((pair) => pair.join('=')).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }
}
