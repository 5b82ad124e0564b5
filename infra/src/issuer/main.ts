import { runCommand, Problem } from '../problem';
import { closeOnSignal } from '../process/close-on-signal';
import { portFrom } from '../stack/ports';
import { startLocalIssuer } from './issuer';

/** The identity provider of the local stack, as a process: ISSUER_PORT, ISSUER_SITE, ISSUER_DEPARTMENTS. */
runCommand(async () => {
  const { LIANBAN_ENV, ISSUER_SITE, ISSUER_DEPARTMENTS = '' } = process.env;
  if (LIANBAN_ENV === 'production')
    throw new Problem('this identity provider believes everybody: it does not start where LIANBAN_ENV is production');
  if (!ISSUER_SITE) throw new Problem('ISSUER_SITE: the origin of the site people sign in to is missing');
  const port = portFrom(process.env, 'ISSUER_PORT', 7421);
  const departments = ISSUER_DEPARTMENTS.split(',').filter(Boolean);
  const { address, close } = await startLocalIssuer({ port, site: ISSUER_SITE, departments });
  console.log(`${address} signs in to ${ISSUER_SITE}`);
  closeOnSignal(close);
});
