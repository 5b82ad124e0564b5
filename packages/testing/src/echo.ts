import type { Method } from '@lianban/grpc';

const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));
const parsed = (found: Buffer) => JSON.parse(found.toString());

/** A method whose messages are JSON, so that a test needs no generated code. */
const method = <Req, Res>(name: string) => ({
  path: `/echo.v1.EchoService/${name}`,
  requestStream: false as const,
  requestSerialize: bytes as Method<Req, Res>['requestSerialize'],
  requestDeserialize: parsed,
  responseSerialize: bytes,
  responseDeserialize: parsed as Method<Req, Res>['responseDeserialize'],
});

/** A service of tests: `howMany` of something, `add` to a tally, `follow` what happens. */
export const echo = {
  howMany: { ...method<{ of: string }, { amount: number }>('HowMany'), responseStream: false as const },
  add: { ...method<{ id: string; amount: number }, { version: number }>('Add'), responseStream: false as const },
  follow: { ...method<{ upTo: number }, { n: number }>('Follow'), responseStream: true as const },
};
