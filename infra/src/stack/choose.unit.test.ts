import { chooseSource, describeChoice, type Findings } from './choose';

const never = () => Promise.reject(new Error('the engine must not be asked'));
const given: Findings = { kafkaBrokers: 'b:9092', mongoUrl: 'mongodb://m', engine: never };

describe('the source of Kafka and MongoDB', () => {
  test('given addresses come first, and no container engine is searched for', async () => {
    const choice = await chooseSource(given);
    expect(choice).toMatchObject({
      source: 'environment',
      addresses: { kafkaBrokers: 'b:9092', mongoUrl: 'mongodb://m' },
    });
  });

  test('one address without the other is refused, naming what is missing', async () => {
    await expect(chooseSource({ ...given, mongoUrl: undefined })).rejects.toThrow('MONGO_URL is not');
    await expect(chooseSource({ ...given, kafkaBrokers: '' })).rejects.toThrow('KAFKA_BROKERS is not');
  });

  test('an engine that can be used comes before native processes', async () => {
    const engine = () => Promise.resolve({ at: 'unix:///e.sock' });
    const choice = await chooseSource({ kafkaBrokers: undefined, mongoUrl: undefined, engine });
    expect(choice).toMatchObject({ source: 'engine', at: 'unix:///e.sock' });
  });

  test('without one the processes are native, and the reason is given', async () => {
    const engine = () => Promise.resolve({ at: undefined, why: 'no container engine answers' });
    const choice = await chooseSource({ kafkaBrokers: undefined, mongoUrl: undefined, engine });
    expect(choice.source).toBe('native');
    expect(describeChoice(choice)).toBe('Kafka and MongoDB: native processes (no container engine answers)');
  });
});
