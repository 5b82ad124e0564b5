import type { Chance } from './chance';
import { anyMessage, deepMessage } from './messages';

/** A malformed gRPC call. */
export interface BrokenCall {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly packets: readonly Buffer[];
  /** `end` closes the request; `leave` cancels the call; `cut` closes the connection. */
  readonly then: 'end' | 'leave' | 'cut';
}

const framed = (message: Buffer, length = message.length, flag = 0): Buffer => {
  const head = Buffer.alloc(5);
  head[0] = flag;
  head.writeUInt32BE(length, 1);
  return Buffer.concat([head, message]);
};

const usual = {
  'content-type': 'application/grpc',
  te: 'trailers',
  'grpc-timeout': '500m',
  'x-caller': 'gateway',
  'x-on-behalf-of': 'resident:resident-1',
};
const deep = framed(deepMessage(...Array.from({ length: 12 }, (_, n) => n + 1)));
const tooMuch = framed(Buffer.alloc(1_200_000));

/** A well-formed call with a meaningless message, which reaches the handler of the method. */
export const emptyCall: BrokenCall = {
  name: 'an empty message',
  headers: usual,
  packets: [framed(Buffer.alloc(0))],
  then: 'end',
};

/** All other malformed calls. */
export function brokenCalls(chance: Chance): BrokenCall[] {
  const call = (name: string, packets: readonly Buffer[], more = {}, then: BrokenCall['then'] = 'end'): BrokenCall => ({
    name,
    headers: { ...usual, ...more },
    packets,
    then,
  });
  const message = () => framed(anyMessage(chance));
  const nothing = framed(Buffer.alloc(0));
  const huge = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`x-${n}`, 'x'.repeat(500)]));
  return [
    call('no message', []),
    ...Array.from({ length: 6 }, () => call('a message of anything', [message()])),
    call('several messages', [message(), message(), nothing]),
    call('bytes that are no message', [framed(chance.bytes(100))]),
    call('bytes that are no frame', [chance.bytes(100)]),
    call('a message that is cut', [message().subarray(0, 12)]),
    call('a message longer than declared', [framed(chance.bytes(100), 20)]),
    call('a message of four gigabytes, by its header', [framed(chance.bytes(10), 0xffffffff)]),
    call('more than there may be', [tooMuch]),
    call('packed, it says', [framed(chance.bytes(50), 50, 1)], { 'grpc-encoding': 'gzip' }),
    call('packed in a way nobody knows', [framed(chance.bytes(50), 50, 1)], { 'grpc-encoding': 'x' }),
    call('a message that is deep', [deep]),
    call('cancelled within its message', [message().subarray(0, 7)], {}, 'leave'),
    call('cancelled', [message()], {}, 'leave'),
    call('cut off in its message', [message().subarray(0, 7)], {}, 'cut'),
    call('cut off', [message()], {}, 'cut'),
    call('nobody calls', [nothing], { 'x-caller': '' }),
    call('with a token that is none', [message()], {
      'x-person-token': chance.pick(['x', 'a.b.c', 'x'.repeat(5_000)]),
    }),
    call('without a deadline', [nothing], { 'grpc-timeout': '' }),
    call('with a deadline that is none', [nothing], {
      'grpc-timeout': chance.pick(['x', '-1S', '99999999999S', '0n']),
    }),
    call('of another type', [nothing], { 'content-type': chance.pick(['application/json', 'application/grpc+x']) }),
    call('with metadata that are nothing', [message()], {
      'grpc-trace-bin': '!!!',
      'x-on-behalf-of': chance.pick(['__proto__:$where', ':', 'resident:', 'x'.repeat(3_000)]),
      traceparent: 'x'.repeat(500),
    }),
    call('with more metadata than there may be', [nothing], huge, 'cut'),
  ];
}
