import { connect } from 'node:net';

/** Bytes for a connection of their own, and what the sender does after sending them. */
export interface BrokenRequest {
  readonly name: string;
  readonly packets: readonly (Buffer | string)[];
  /** `wait` for the answer; `end` the request and wait; `leave` without waiting. */
  readonly then: 'wait' | 'end' | 'leave';
}

export interface RequestResult {
  readonly statuses: readonly number[];
  readonly slug: string | undefined;
  /** The request was not answered and the connection not closed. */
  readonly isSilent: boolean;
}

const patienceMs = 10_000;

/** Sends each packet after the one before was flushed. A live stream, which has no end, is left after its head. */
export const sendBroken = (port: number, { packets, then }: BrokenRequest): Promise<RequestResult> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let text = '';
    let isSilent = false;
    const late = setTimeout(() => {
      isSilent = text === '';
      socket.destroy();
    }, patienceMs);
    const left = [...packets];
    const next = () => {
      const packet = left.shift();
      if (packet !== undefined) socket.write(packet, () => setImmediate(next));
      else if (then === 'end') socket.end();
      else if (then === 'leave') socket.destroy();
    };
    socket.setEncoding('latin1').on('data', (part: string) => {
      text += part;
      if (/^content-type: text\/event-stream/im.test(text)) socket.destroy();
    });
    // A server may close the connection before the rest is sent.
    socket.on('error', () => undefined);
    socket.once('connect', next).once('close', () => {
      clearTimeout(late);
      const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status));
      resolve({ statuses, slug: /"slug":"([^"]*)"/.exec(text)?.[1], isSilent });
    });
  });
