import { Sender, like } from './sender';

interface TopicMessages {
  topic: string;
  messages: { key: string; value: Buffer; headers: Record<string, string> }[];
}

const sample = { value: Buffer.from('granted').toString('base64'), headers: { ce_type: 'decided' } };
const a = like(sample, 'a');
const b = like(sample, 'b');

test('one produce request is in flight; records added meanwhile go together with the next', async () => {
  const sent: Record<string, string[]>[] = [];
  const answers: (() => void)[] = [];
  const sendBatch = ({ acks, topicMessages = [] }: { acks?: number; topicMessages?: readonly TopicMessages[] }) => {
    expect(acks).toBe(-1);
    sent.push(Object.fromEntries(topicMessages.map(({ topic, messages }) => [topic, messages.map(({ key }) => key)])));
    for (const { value, headers } of topicMessages.flatMap(({ messages }) => messages))
      expect([value.toString(), headers]).toEqual(['granted', { ce_type: 'decided' }]);
    return new Promise<[]>((resolve) => answers.push(() => resolve([])));
  };
  const sender = new Sender({ sendBatch } as never);
  sender.send([a('1')]);
  sender.send([a('2')]);
  sender.send([b('3'), a('4')]);
  expect(sent).toEqual([{ a: ['1'] }]);
  answers[0]!();
  await new Promise(setImmediate);
  expect(sent[1]).toEqual({ a: ['2', '4'], b: ['3'] });
});
