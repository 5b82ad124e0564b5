/** What a secret of a kind looks like. */
const rules: Readonly<Record<string, RegExp>> = {
  'private key': /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s+[A-Za-z0-9+/=]{32}/,
  'private key as JWK': /["']?\bd["']?\s*:\s*["'][A-Za-z0-9_-]{40,}["']/,
  'signed token': /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,}/,
  'access key of a cloud': /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bLTAI[0-9A-Za-z]{16,24}\b|\bAKID[0-9A-Za-z]{32}\b/,
  'token of a code host or registry':
    /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{40}|glpat-[\w-]{20}|npm_[A-Za-z0-9]{36})/,
  'token of a chat': /\bxox[abprs]-[A-Za-z0-9-]{20}/,
  'password in an address':
    /\b[a-z][a-z0-9+]+:\/\/[^\s:@/'"`<>{}$]+:(?!password|secret|pass\b|PASSWORD|\*)[^\s@/'"`<>{}$\\]{8,}@[a-z0-9]/i,
  'named secret':
    /\b(?:password|passwd|secret|api_?key|access_?token)["']?\s*[:=]\s*["'](?=[^"']*[0-9])(?=[^"']*[A-Za-z])[A-Za-z0-9+/_-]{32,}={0,2}["']/i,
};

export interface FoundSecret {
  readonly rule: string;
  /** Counted from 1. */
  readonly line: number;
}

/** Places in a text that look like a secret. They are told by place: a secret is not repeated in a log. */
export const secretsIn = (text: string): FoundSecret[] =>
  Object.entries(rules).flatMap(([rule, shape]) =>
    [...text.matchAll(new RegExp(shape.source, `${shape.flags}g`))].map(({ index }) => ({
      rule,
      line: text.slice(0, index).split('\n').length,
    })),
  );
