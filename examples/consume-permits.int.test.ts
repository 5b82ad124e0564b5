import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ensureTopics, testPrefix } from '@lianban/infra';
import { permits } from '@lianban/protos';
import { Kafka, logLevel } from 'kafkajs';

const checkout = join(__dirname, '..');
const brokers = process.env['KAFKA_BROKERS'] ?? '';
const prefix = testPrefix();
const producer = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING }).producer();

beforeAll(async () => {
  // A stranger's program uses the contracts as they are built, not as the tests see them.
  execFileSync(join(checkout, 'node_modules', '.bin', 'tsc'), ['--build', 'protos'], { cwd: checkout });
  await ensureTopics(brokers, { prefix });
  await producer.connect();
});
afterAll(() => producer.disconnect());

const issued = (applicationNumber: string, sequence: number) => ({
  key: applicationNumber,
  value: Buffer.from(
    permits.v1.PermitIssued.encode(
      permits.v1.PermitIssued.fromPartial({ applicationNumber, permitNumber: `P-${sequence}` }),
    ).finish(),
  ),
  headers: {
    ce_type: permits.v1.PermitIssued.$type,
    ce_subject: `${applicationNumber}/permit`,
    ce_sequence: String(sequence),
  },
});

/** Lines the program printed, as soon as there are so many. */
async function lines(program: ChildProcess, count: number): Promise<string[]> {
  let said = '';
  for await (const chunk of program.stdout!) {
    said += String(chunk);
    const whole = said.split('\n').slice(0, -1);
    if (whole.length >= count) return whole;
  }
  throw new Error(`it ended after ${said}`);
}

test('the example prints what another department says, once', async () => {
  await producer.send({
    topic: `${prefix}permits.v1`,
    messages: [issued('A-1', 1), issued('A-1', 1), issued('A-1', 2), issued('A-2', 1)],
  });
  const program = spawn(process.execPath, [join(checkout, 'examples', 'consume-permits.ts')], {
    env: { ...process.env, KAFKA_BROKERS: brokers, KAFKA_TOPIC_PREFIX: prefix, GROUP: `${prefix}example` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(program, 'exit');
  try {
    expect((await lines(program, 3)).sort()).toEqual([
      'A-1 permits.v1.PermitIssued {"applicationNumber":"A-1","permitNumber":"P-1"}',
      'A-1 permits.v1.PermitIssued {"applicationNumber":"A-1","permitNumber":"P-2"}',
      'A-2 permits.v1.PermitIssued {"applicationNumber":"A-2","permitNumber":"P-1"}',
    ]);
  } finally {
    program.kill('SIGINT');
  }
  expect(await ended).toEqual([0, null]);
});
