import { parseArgs } from 'node:util';
import { ConfigError, environment, readSettings } from '@lianban/settings';
import { gatewaySettings } from '../settings';
import { identityOf } from '../token/claims';
import { scopes as known } from '../token/identity';
import { localKey, localKeysFolder } from './keys';
import { signToken } from './sign-token';

const usage = `Prints a token for the local stack.
  scripts/token resident RESIDENT_ID
  scripts/token officer OFFICER_ID DEPARTMENT [DISTRICT]
  scripts/token supervisor OFFICER_ID DEPARTMENT [DISTRICT]
  scripts/token operator OPERATOR_ID
Options:
  --expires 5m      s, m, h or d; default 12h
  --scopes counter  of an officer who also works at a counter
`;
const unit = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Converts "5m" to seconds; undefined for other text. */
export function secondsOf(text: string): number | undefined {
  const [, amount, letter] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  return amount && letter ? Number(amount) * unit[letter as keyof typeof unit] : undefined;
}

/** The token requested on the command line, or undefined when none is. */
export async function issueToken(argv: readonly string[], folder = localKeysFolder): Promise<string | undefined> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { expires: { type: 'string', default: '12h' }, scopes: { type: 'string' } },
  });
  const settings = readSettings(gatewaySettings, environment);
  if (settings.environment === 'production')
    throw new ConfigError('LIANBAN_ENV is production: there your identity provider issues the tokens');
  const [role = '', id = '', department, district, ...more] = positionals;
  const expiresIn = secondsOf(values.expires);
  const claims = { role, sub: id, exp: 0, department, district };
  const scopes = values.scopes?.split(' ');
  const isOfficer = role === 'officer' || role === 'supervisor';
  const extra = more.length > 0 || (!isOfficer && (department !== undefined || scopes !== undefined));
  const isKnown = (scope: string) => known.some((one) => one === scope);
  if (expiresIn === undefined || extra || scopes?.every(isKnown) === false || !identityOf(claims)) return undefined;
  const { issuer, audience } = settings.token;
  return signToken({ role, id, department, district, scopes, issuer, audience, expiresIn }, await localKey(folder));
}

async function main(): Promise<void> {
  const token = await issueToken(process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  });
  if (token) process.stdout.write(`${token}\n`);
  else {
    process.stderr.write(usage);
    process.exitCode = 2;
  }
}

if (require.main === module) void main();
