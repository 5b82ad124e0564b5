import { environment, grpcSecurity, readSettings, runHttp } from '@lianban/platform';
import { createGateway } from './gateway';
import { connectPeers } from './peers';
import { localKeysFolder, localSessionKeys } from './local/keys';
import { signInSettings } from './sign-in/settings';
import { openSite } from './site';
import { gatewaySettings, tokenSettings } from './settings';
import { createVerifier } from './token/verify';

// A file of 10 MB takes minutes on a slow line; what is read as JSON has a bound of its own.
const requestTimeoutMs = 300_000;

void runHttp('gateway', async ({ config, log, isReady, stopping }) => {
  const settings = readSettings(gatewaySettings, environment);
  const signingIn = readSettings(signInSettings, environment);
  const keys = signingIn.keys ?? (await localSessionKeys(localKeysFolder));
  const site = openSite(settings, signingIn, keys, createVerifier(await tokenSettings(settings)));
  const peers = connectPeers(config.grpc.peers, grpcSecurity('gateway', config.grpc.tls, log));
  return {
    app: createGateway({ ...peers, ...site, officers: settings.officers, log, isReady, stopping }),
    port: settings.port,
    requestTimeoutMs,
    about: { desks: Object.keys(peers.desks) },
    close() {
      peers.close();
      site.site.web.close();
    },
  };
});
