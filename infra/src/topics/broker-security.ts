import { ConfigError } from '@lianban/settings';
import { readConfig } from '@lianban/runtime';
import { Problem } from '../problem';
import type { BrokerSecurity } from '../stack/kafka-ready';

/**
 * The settings KAFKA_TLS, KAFKA_CA, KAFKA_SASL_…, as every service reads them.
 * @throws Problem naming what is wrong
 */
export function brokerSecurity(env: NodeJS.ProcessEnv): BrokerSecurity {
  try {
    const { ssl, sasl } = readConfig(env).kafka;
    return { ...(ssl && { ssl }), ...(sasl && { sasl }) } as BrokerSecurity;
  } catch (error) {
    throw error instanceof ConfigError ? new Problem(error.message) : error;
  }
}
