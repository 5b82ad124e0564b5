import { cityServices } from '../services/city-services';
import { channelsOf } from '@lianban/manifest';
import { type CitySecrets, OPERATOR, TRUST_DOMAIN } from './city-secrets';
import type { SecurePlace } from './secure-stack';

/** The settings by which a user signs in at both servers. */
const serverSettings = (secrets: CitySecrets, mongoPort: number, user: string): Record<string, string> => ({
  // An empty setting counts as none: the address with the password stands in the file.
  MONGO_URL: '',
  MONGO_URL_FILE: secrets.mongoUrl(user, mongoPort).file,
  KAFKA_TLS: 'true',
  KAFKA_CA_FILE: secrets.caFile,
  KAFKA_SASL_MECHANISM: 'SCRAM-SHA-512',
  KAFKA_SASL_USERNAME: user,
  KAFKA_SASL_PASSWORD_FILE: secrets.password(user).file,
});

/** The settings of calls in which this caller shows its certificate. */
export function callerSettings(secrets: CitySecrets, name: string): Record<string, string> {
  const { certFile, keyFile } = secrets.certificateOf(name);
  return { GRPC_CA_FILE: secrets.caFile, GRPC_CERT_FILE: certFile, GRPC_KEY_FILE: keyFile };
}

/** The settings by which applications seals for each whom it asks, and each of them opens what is for it. */
function requestSettings(secrets: CitySecrets, name: string): Record<string, string> {
  const addressees = channelsOf(cityServices())
    .filter(({ isRequests }) => isRequests)
    .flatMap(({ readers }) => readers)
    .map((service) => service.name);
  const { folder, fileOf } = secrets.requestKeys(addressees);
  if (name === 'applications') return { REQUEST_KEYS_FOLDER: folder };
  return addressees.includes(name) ? { REQUEST_KEYS_FILE: fileOf(name) } : {};
}

/** The settings by which a service reaches its peers and, where it stores something, the servers: as nobody but itself. */
export function secureSettings({ secrets, ports, services }: SecurePlace, name: string): Record<string, string> {
  if (!services.includes(name)) return callerSettings(secrets, name);
  const servers = serverSettings(secrets, ports.mongo, name);
  return { ...servers, ...callerSettings(secrets, name), ...requestSettings(secrets, name) };
}

/** The settings of the operators' programs, which may look at everything. */
export function operatorSettings({ secrets, ports }: SecurePlace): Record<string, string> {
  return { ...serverSettings(secrets, ports.mongo, OPERATOR), ...callerSettings(secrets, 'lianban-ops') };
}

/** The certificate of a caller that is no process of the city. */
export function secureCalls({ secrets }: SecurePlace, name: string) {
  const { certFile, keyFile } = secrets.certificateOf(name);
  return { caFile: secrets.caFile, certFile, keyFile, trustDomain: TRUST_DOMAIN };
}
