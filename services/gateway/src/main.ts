import { readSettings } from '@lianban/settings';
import { grpcSecurity, localKeys, personTokens } from '@lianban/grpc';
import { httpProgram, periodicJob, run } from '@lianban/runtime';
import { createGateway } from './gateway';
import { connectPeers } from './peers';
import { localKeysFolder, localSessionKeys } from './local/keys';
import { securityLog } from './security/security-log';
import { endedElsewhere } from './session/ended';
import { keeper } from './session/kept';
import { signInSettings } from './sign-in/settings';
import { readStaffList } from './officers';
import { findFont } from './pdf/font';
import { threadPrinter } from './pdf/printer';
import { openSite } from './site';
import { openStaff } from './staff';
import { gatewaySettings, tokenSettings } from './settings';
import { createVerifier } from './token/verify';

// Uploading 20 MB takes minutes on a slow line; JSON bodies have a time limit of their own.
const requestTimeoutMs = 300_000;
// A sign-out at one gateway process reaches the others within this time.
const endedLookMs = 2_000;
// Whoever is taken off the staff list is out within a minute, also while a department is slow to answer.
const staffReadMs = 20_000;
// What a process that dies had not yet sent is lost.
const securityFlushMs = 1_000;

export const program = httpProgram('gateway', async ({ env, config, log, isReady, stopping }) => {
  const settings = readSettings(gatewaySettings, env);
  const signingIn = readSettings(signInSettings, env);
  const keys = signingIn.keys ?? (await localSessionKeys(localKeysFolder));
  if (settings.departments === undefined)
    log.warn({ reason: 'DEPARTMENTS is not set' }, 'all services but applications and residents have a desk');
  const personKey = settings.personKey ?? (await localKeys.pair('person'));
  const peers = connectPeers(config.grpc.addresses, settings.departments, {
    ...grpcSecurity('gateway', config.grpc.tls, log),
    personTokens: personTokens(personKey, 'gateway'),
  });
  const elsewhere = endedElsewhere(peers.endedSessions, (session) => site.sessions.hasEnded(session), log);
  const machines = createVerifier(await tokenSettings(settings));
  const site = openSite(settings, signingIn, keys, machines, {
    ended: (session) => elsewhere.tell(session),
    used: keeper(peers.openSessions, log),
  });
  const security = securityLog(peers.securityLog, log);
  const { text, isClosed } = settings.staff;
  const staff = openStaff({ read: () => readStaffList(text), isClosed, desks: peers.desks, log });
  const renewing = periodicJob('staff list', staffReadMs, () => staff.renew(), log);
  const noting = periodicJob('security log', securityFlushMs, () => security.flush(), log);
  const looking = periodicJob('ended sessions', endedLookMs, () => elsewhere.look(), log);
  const font = findFont(settings.pdfFont);
  if (!font)
    log.warn({ reason: settings.pdfFont ?? 'no usual place has one' }, 'no font for PDFs: install fonts-noto-cjk');
  const printer = threadPrinter(font, log);
  return {
    app: createGateway({ ...peers, ...site, printer, security, staff, log, isReady, stopping }),
    port: settings.port,
    requestTimeoutMs,
    about: { desks: Object.keys(peers.desks) },
    async close() {
      void looking.stop();
      void renewing.stop();
      await noting.stop();
      await security.flush().catch((error: unknown) => log.error({ err: error }, 'security log not written'));
      peers.close();
      site.site.web.close();
      site.site.desk.close();
    },
  };
});
if (require.main === module) void run(program);
