/** Kafka and MongoDB as the run of tests found or started them. */
export const testServers = () => ({
  kafkaBrokers: process.env['KAFKA_BROKERS'] ?? '',
  mongoUrl: process.env['MONGO_URL'] ?? '',
});
