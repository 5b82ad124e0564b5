import { outsideDepartments } from '@lianban/manifest';
import { casework } from '@lianban/protos';
import { requestTopics } from '@lianban/steps';
import { Servers, sequences } from '@lianban/testing';
import { playDepartment } from '../src/outside/play-department';

const { v1 } = casework;
const servers = new Servers();
const { KAFKA_BROKERS, KAFKA_TOPIC_PREFIX: prefix } = servers.env;
const broker = { brokers: KAFKA_BROKERS.split(','), prefix, security: {} };
const fund = outsideDepartments().find(({ department }) => department === 'housing-fund')!;
const asked = requestTopics.of('housing-fund');
const lost = (error: Error) => {
  throw error;
};

beforeAll(() => servers.makeTopics(asked, fund.topic));
afterAll(() => servers.close());

const refOf = (applicationNumber: string) => ({
  ...{ applicationNumber, step: 'fund', item: 'housing-fund-of-the-dead', department: fund.department },
});
const record = (number: string, type: string, value: Uint8Array, department = fund.department) => ({
  key: number,
  value: Buffer.from(value),
  headers: { ce_type: type, ce_subject: `${number}/fund`, ce_department: department },
});
const requested = (number: string, answers = {}, department = fund.department) => {
  const value = { ref: refOf(number), answers, requestedAt: new Date('2026-03-02T01:00:00Z'), promisedDays: 2 };
  return record(
    number,
    v1.StepRequested.$type,
    v1.StepRequested.encode(v1.StepRequested.fromPartial(value)).finish(),
    department,
  );
};
const undone = (number: string) => {
  const value = { ref: refOf(number), reason: 'withdrawn', requestedAt: new Date('2026-03-05T01:00:00Z') };
  const type = v1.StepCompensationRequested;
  return record(number, type.$type, type.encode(type.fromPartial(value)).finish());
};
const saidOf = async (count: number) => {
  const heard = await servers.read(fund.topic, (found) => found.length >= count);
  return heard.map(({ headers }) => `${headers['ce_id']} ${headers['ce_type']}`);
};

test('it answers over Kafka what it is asked, goes on after a restart where it was, and repeats nothing it has answered', async () => {
  await servers.send(asked, [
    requested('LB1'),
    requested('LB2', { fundAccount: '000000000000' }),
    requested('LB3', {}, 'permits'),
  ]);
  const first = await playDepartment(fund, broker, lost);
  const answers = ['LB1', 'LB2'].flatMap((number) => [
    `housing-fund/${number}/fund/1 casework.v1.StepAccepted`,
    `housing-fund/${number}/fund/2 casework.v1.StepDecided`,
  ]);
  expect((await saidOf(4)).toSorted()).toEqual(answers);
  await first.close();

  await servers.send(asked, [undone('LB1'), undone('LB2'), requested('LB4')]);
  const second = await playDepartment(fund, broker, lost);
  const heard = await servers.read(fund.topic, (found) => found.length >= 7);
  await second.close();
  // LB2 was refused: there is nothing to take back.
  expect(sequences(heard)).toEqual({ 'LB1/fund': [1, 2, 3], 'LB2/fund': [1, 2], 'LB4/fund': [1, 2] });
  expect(heard.map(({ headers }) => headers['ce_source'])).toEqual(heard.map(() => 'lianban/housing-fund'));
}, 120_000);
