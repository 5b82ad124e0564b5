/** What a page may load and where it may send to. `more` adds to one directive or replaces it. */
function policy(more: Readonly<Record<string, string>>): string {
  const directives = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'manifest-src': "'self'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
    ...more,
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

export interface Policies {
  /** Residents' pages: no script or style but the site's own files. */
  readonly resident: string;
  /** The officers' desk makes its styles while it runs. @param named by its page, for this one answer */
  desk(named: string | undefined): string;
}

/** The nonce for styles in a page's own policy. */
const nonceIn = (named = ''): string => /'nonce-[\w+/=-]{16,64}'/.exec(named)?.[0] ?? '';

/**
 * Content-Security-Policy by kind of page.
 * @param issuer origin of the identity provider: a form that meets an ended session, or signs out, is led there
 */
export function policiesFor(issuer: string): Policies {
  const forms = { 'form-action': `'self' ${issuer}` };
  return {
    resident: policy(forms),
    desk: (named) =>
      policy({ ...forms, 'style-src': `'self' ${nonceIn(named)}`.trim(), 'img-src': "'self' data: blob:" }),
  };
}

export const isDesk = (path: string): boolean => path === '/desk' || path.startsWith('/desk/');
