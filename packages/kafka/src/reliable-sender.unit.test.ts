import type { Acknowledgement } from './kafkajs-producer';
import { verifyAck } from './reliable-sender';

const answer = (partition: number, baseOffset: string, errorCode = 0): Acknowledgement => {
  return { topicName: 't', partition, errorCode, baseOffset };
};
const sent = new Map([
  ['t[0]', 3],
  ['t[1]', 1],
]);
const nothingYet = new Map<string, bigint>();

test('an answer that names everything sent, above what came before, is accepted', () => {
  const before = new Map([['t[0]', 9n]]);
  const verdict = verifyAck(sent, [answer(0, '10'), answer(1, '0')], before);
  const lastOffsets = new Map([
    ['t[0]', 12n],
    ['t[1]', 0n],
  ]);
  expect(verdict).toEqual({ acknowledged: true, lastOffsets });
  expect(before).toEqual(new Map([['t[0]', 9n]]));
});

test('a partition answered twice, because the library sent it twice, counts with the later offset', () => {
  const verdict = verifyAck(sent, [answer(0, '5'), answer(0, '8'), answer(1, '0')], nothingYet);
  expect(verdict).toMatchObject({
    acknowledged: true,
    lastOffsets: new Map([
      ['t[0]', 10n],
      ['t[1]', 0n],
    ]),
  });
});

test.each([
  ['a partition missing', [answer(0, '10')], /t\[1\] is missing/],
  ['nothing at all', [], /t\[0\] is missing/],
  ['an error for a partition', [answer(0, '10'), answer(1, '0', 6)], /t\[1\] answered with error code 6/],
  ['no offset', [answer(0, '-1'), answer(1, '0')], /t\[0\] did not move past offset -1/],
  ['an offset inside the last batch', [answer(0, '9'), answer(1, '0')], /t\[0\] did not move past offset 9/],
])('an answer with %s is not accepted', (_, given, reason) => {
  expect(verifyAck(sent, given, new Map([['t[0]', 9n]]))).toEqual({
    acknowledged: false,
    reason: expect.stringMatching(reason),
  });
});
