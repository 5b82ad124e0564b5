/** Kafka and MongoDB that the test run found or started. */
export const testServers = () => ({
  kafkaBrokers: process.env['KAFKA_BROKERS'] ?? '',
  mongoUrl: process.env['MONGO_URL'] ?? '',
});
