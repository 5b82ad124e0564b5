import { Sender } from './sender';

test('one produce request is under way; what comes meanwhile goes together with the next', async () => {
  const sent: { topic: string; keys: unknown[]; bytes: number[] }[][] = [];
  const answers: (() => void)[] = [];
  const sendBatch = ({ acks, topicMessages }: { acks?: number; topicMessages?: readonly TopicMessages[] }) => {
    expect(acks).toBe(-1);
    sent.push(
      (topicMessages ?? []).map(({ topic, messages }) => ({
        topic,
        keys: messages.map(({ key }) => key),
        bytes: messages.map(({ key, value }) => key.length + value.length),
      })),
    );
    return new Promise<[]>((resolve) => answers.push(() => resolve([])));
  };
  const sender = new Sender({ sendBatch } as never, 100);
  sender.send([{ topic: 'a', key: '1' }]);
  sender.send([{ topic: 'a', key: '2' }]);
  sender.send([
    { topic: 'b', key: '3' },
    { topic: 'a', key: '4' },
  ]);
  expect(sent).toEqual([[{ topic: 'a', keys: ['1'], bytes: [100] }]]);
  answers[0]!();
  await new Promise(setImmediate);
  expect(sent[1]).toEqual([
    { topic: 'a', keys: ['2', '4'], bytes: [100, 100] },
    { topic: 'b', keys: ['3'], bytes: [100] },
  ]);
});

interface TopicMessages {
  topic: string;
  messages: { key: string; value: Buffer }[];
}
