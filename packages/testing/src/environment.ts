/** The servers of this run, as the global set-up found or started them. */
export const brokers = process.env['KAFKA_BROKERS'] ?? '';
export const mongoUrl = process.env['MONGO_URL'] ?? '';
export const kafka = { brokers: brokers.split(','), clientId: 'test' };
