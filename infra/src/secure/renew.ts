import { ConfigResourceTypes } from 'kafkajs';
import { adminClient } from '../stack/kafka-ready';
import { asOperator } from './secure-mongo';
import { type SecurePlace, operatorSecurity } from './secure-stack';

const brokerId = '1';
const keystore = 'listener.name.sasl_ssl.ssl.keystore.location';

/**
 * Replaces every certificate of a running secure city, and has both servers read theirs again. Services look at their
 * files every 30 s. No process is restarted, and no connection is cut.
 * @param names of all services, those without a database too
 */
export async function renewCertificates(place: SecurePlace, names: readonly string[]): Promise<void> {
  const { secrets, ports } = place;
  secrets.renewAll(names);
  await asOperator(secrets, ports.mongo, (admin) => admin.command({ rotateCertificates: 1 }));
  const admin = adminClient(`127.0.0.1:${ports.kafka}`, 5, operatorSecurity(place)).admin();
  await admin.connect();
  try {
    const configEntries = [{ name: keystore, value: secrets.serverCertificate('kafka').bothFile }];
    const set = (entries: typeof configEntries) =>
      admin.alterConfigs({
        validateOnly: false,
        resources: [{ type: ConfigResourceTypes.BROKER, name: brokerId, configEntries: entries }],
      });
    // The broker reads the file again when the setting changes: it goes, and comes back.
    await set([]);
    await set(configEntries);
  } finally {
    await admin.disconnect();
  }
}
