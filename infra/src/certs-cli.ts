import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { runningSupervisor, stackFile, type StackState } from './local/run-state';
import { localPlace } from './local/secure-local';
import { Problem, runCommand } from './problem';
import { renewCertificates } from './secure/renew';
import { cityServices } from './services/city-services';
import { readJson } from './supervisor/plan';

/** Shows the certificates of the secure local city that runs here; `--renew` replaces them while it runs. */
runCommand(async () => {
  const [option, ...more] = process.argv.slice(2);
  if (more.length > 0 || (option !== undefined && option !== '--renew'))
    throw new Problem('usage: scripts/certs [--renew]   --renew replaces all certificates while the city runs');
  const state = readJson<StackState>(stackFile);
  if (!state?.secure || !runningSupervisor())
    throw new Problem('no secure city runs here: scripts/start --secure first');
  const place = localPlace(state.ports);
  const names = cityServices().map(({ name }) => name);
  if (option) await renewCertificates(place, names);
  for (const [name, file] of [
    ['authority', place.secrets.caFile],
    ...(['kafka', 'mongo'] as const).map((server) => [server, place.secrets.serverCertificate(server).certFile]),
    ...names.map((each) => [each, place.secrets.certificateOf(each).certFile]),
  ] as const) {
    const { validTo, fingerprint256 } = new X509Certificate(readFileSync(file!));
    console.log(`  ${name!.padEnd(18)}  until ${validTo}  ${fingerprint256.slice(0, 23)}`);
  }
  if (option) console.log('renewed: the servers use the new ones now, the services for new connections within 30 s');
});
