import { type ClientHttp2Session, connect, constants } from 'node:http2';
import type { BrokenCall } from './broken-calls';

export interface CallResult {
  /** The gRPC status of the call; none when the call was cancelled or the connection closed. */
  readonly status: number | undefined;
  readonly message: string;
  /** The call was neither answered nor ended. */
  readonly isSilent: boolean;
}

export interface GrpcTarget {
  call(path: string, broken: BrokenCall): Promise<CallResult>;
  close(): void;
}

const patienceMs = 10_000;
const enoughMs = 1_000;

/** A raw HTTP/2 client of a service's gRPC port, which reconnects when the service closes the connection. */
export function grpcTarget(address: string): GrpcTarget {
  let shared: ClientHttp2Session | undefined;
  // Node's default memory limit of a session would refuse answers while large messages are being sent.
  const open = () => connect(`http://${address}`, { maxSessionMemory: 1_000 }).on('error', () => undefined);
  const usual = () => (shared = shared && !shared.closed && !shared.destroyed ? shared : open());
  return {
    call: (path, { headers, packets, then }) =>
      new Promise((resolve) => {
        const session = then === 'cut' ? open() : usual();
        const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
        const stream = session.request({ ':method': 'POST', ':path': path, ...sent });
        let received: Record<string, unknown> = {};
        let isSilent = false;
        const receive = (more: object) => (received = { ...received, ...more });
        const late = setTimeout(() => {
          isSilent = true;
          stream.destroy();
        }, patienceMs);
        stream.on('response', receive).on('trailers', receive);
        stream.on('error', () => undefined);
        // A stream that does not end is cancelled some time after its first message.
        stream.once('data', () => setTimeout(() => stream.close(constants.NGHTTP2_CANCEL), enoughMs).unref());
        stream.once('close', () => {
          clearTimeout(late);
          if (then === 'cut') session.destroy();
          const { 'grpc-status': status, 'grpc-message': message = '' } = received;
          resolve({
            status: status === undefined ? undefined : Number(status),
            message: decodeURIComponent(String(message)),
            isSilent,
          });
        });
        for (const packet of packets) stream.write(packet);
        if (then === 'end') stream.end();
        else if (then === 'leave') stream.close(constants.NGHTTP2_CANCEL);
        // Waits until the service can have received it.
        else session.ping(() => session.destroy());
      }),
    close: () => shared?.destroy(),
  };
}
