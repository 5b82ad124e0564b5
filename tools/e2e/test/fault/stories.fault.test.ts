import { requestTopics } from '@lianban/steps';
import { Kafka, logLevel } from 'kafkajs';
import type { ShownApplication } from '../../src/demo/client';
import { applicationWhen, ended, stands, waitFor } from '../../src/wait-for';
import { caseWhen } from '../../src/desk';
import { allPublished, parkedKeys } from '../harness/document-audit';
import { fourDepartments } from '../harness/four-departments';
import { layout, shopWithoutLayout } from '../harness/shop';
import { type FaultSubject, openSubject } from './subject';

// Faults after which an operator must act: each test shows what the operator sees and does.
let subject: FaultSubject;
beforeAll(async () => {
  subject = await openSubject('stories', 'one');
});
afterAll(() => subject?.stop());

const step = 'home-adaptation';

async function submitted(count: number): Promise<string[]> {
  const resident = subject.city.assisted(1);
  return Promise.all(Array.from({ length: count }, () => resident.submit(fourDepartments)));
}

const all = (numbers: readonly string[], what: string, is: Parameters<typeof applicationWhen>[3]) =>
  Promise.all(numbers.map((number) => applicationWhen(subject.city.resident(1), number, what, is)));

test('F13 a department answers long after its limit: the step needs an operator, and the late answer still counts', async () => {
  const { city } = subject;
  const pid = city.services.pidOf('permits');
  process.kill(pid, 'SIGSTOP');
  const numbers = await submitted(5);
  await all(numbers, 'the others have decided', stands('relief', 'granted'));
  await city.moveDays(60);
  await all(numbers, 'an operator is asked for', ended('needs-operator'));
  process.kill(pid, 'SIGCONT');
  await all(numbers, 'it is completed all the same', ended('completed'));
});

test('F13 an application is withdrawn while a department does not answer', async () => {
  const { city } = subject;
  const pid = city.services.pidOf('permits');
  process.kill(pid, 'SIGSTOP');
  const [number = ''] = await submitted(1);
  await all([number], 'the others have decided', stands('relief', 'granted'));
  await city.resident(1).post(`/api/applications/${number}/withdrawal`, { reason: 'changed-mind' });
  process.kill(pid, 'SIGCONT');
  await all([number], 'it is withdrawn', ended('withdrawn'));
});

test('F16 records are deleted before a department has read them: nothing hangs, and later records are applied', async () => {
  const { city, stack } = subject;
  await city.services.quit('permits');
  const lost = await submitted(5);
  await all(lost, 'the others have decided', stands('relief', 'granted'));
  await allPublished(city);
  await deleteAll(stack.directBrokers.split(','), city.prefix + requestTopics.of('permits'));
  await city.services.start('permits');
  await all(await submitted(5), 'what came later is completed', ended('completed'));

  await city.moveDays(60);
  await all(lost, 'an operator is asked for what was lost', ended('needs-operator'));
  const decision = { outcome: 'refused', reason: 'decided-on-paper' };
  for (const number of lost)
    await city.operator().post(`/api/operator/applications/${number}/steps/${step}/take-over`, decision);
  await all(lost, 'it has ended', ended('partly-granted'));
  // Permits reads the cancellation of a step whose request it never read: it detects the gap and parks the key.
  const keys = await waitFor('every gap is parked', async () => {
    const found = await parkedKeys(city);
    return found.length >= lost.length ? found : undefined;
  });
  expect(keys).toEqual(lost.map(() => expect.stringMatching(/^permits .*: gap: expected sequence 1/)));
});

test('F2 a supplement whose answer is lost can be sent again, and is handed in once', async () => {
  const { city } = subject;
  const resident = city.assisted(2);
  const number = await resident.submit(shopWithoutLayout);
  const drawing = await layout(resident);
  await applicationWhen(resident, number, 'the missing paper is asked for', ended('waiting-for-you'));
  const handIn = () =>
    resident.post<ShownApplication>(`/api/applications/${number}/steps/licence/supplement`, drawing, {
      'idempotency-key': 'page-1',
    });
  const pid = city.services.pidOf('applications');
  process.kill(pid, 'SIGSTOP');
  await expect(handIn()).rejects.toMatchObject({ status: 503 });
  process.kill(pid, 'SIGCONT');
  const { timeline } = await handIn();
  expect(timeline.filter(({ what }) => what === 'supplement-provided')).toHaveLength(1);
  await caseWhen(city.officer('permits'), number, 'licence', 'received');
});

async function deleteAll(brokers: string[], topic: string): Promise<void> {
  const admin = new Kafka({ brokers, clientId: 'retention', logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const partitions = await admin.fetchTopicOffsets(topic);
  await admin.deleteTopicRecords({
    topic,
    partitions: partitions.map(({ partition, high }) => ({ partition, offset: high })),
  });
  await admin.disconnect();
}
