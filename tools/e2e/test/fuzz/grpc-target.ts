import { type ClientHttp2Session, connect, constants } from 'node:http2';
import type { BrokenCall } from './broken-calls';

export interface CallResult {
  /** What gRPC says of the call; none when the connection or the call was given up. */
  readonly status: number | undefined;
  readonly message: string;
  /** Neither an answer came, nor was the call given up. */
  readonly isSilent: boolean;
}

export interface GrpcTarget {
  call(path: string, broken: BrokenCall): Promise<CallResult>;
  close(): void;
}

const patienceMs = 10_000;
const enoughMs = 1_000;

/** Where a service answers gRPC; a connection it has closed is made anew. */
export function grpcTarget(address: string): GrpcTarget {
  let shared: ClientHttp2Session | undefined;
  // Node's own bound on what a caller may have under way would refuse answers while large messages are being sent.
  const open = () => connect(`http://${address}`, { maxSessionMemory: 1_000 }).on('error', () => undefined);
  const usual = () => (shared = shared && !shared.closed && !shared.destroyed ? shared : open());
  return {
    call: (path, { headers, packets, then }) =>
      new Promise((resolve) => {
        const session = then === 'cut' ? open() : usual();
        const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
        const stream = session.request({ ':method': 'POST', ':path': path, ...sent });
        let told: Record<string, unknown> = {};
        let isSilent = false;
        const hear = (more: object) => (told = { ...told, ...more });
        const late = setTimeout(() => {
          isSilent = true;
          stream.destroy();
        }, patienceMs);
        stream.on('response', hear).on('trailers', hear);
        stream.on('error', () => undefined);
        // An answer that goes on without end is left some time after its first part.
        stream.once('data', () => setTimeout(() => stream.close(constants.NGHTTP2_CANCEL), enoughMs).unref());
        stream.once('close', () => {
          clearTimeout(late);
          if (then === 'cut') session.destroy();
          const { 'grpc-status': status, 'grpc-message': message = '' } = told;
          resolve({
            status: status === undefined ? undefined : Number(status),
            message: decodeURIComponent(String(message)),
            isSilent,
          });
        });
        for (const packet of packets) stream.write(packet);
        if (then === 'end') stream.end();
        else if (then === 'leave') stream.close(constants.NGHTTP2_CANCEL);
        // Once the service has had the time to hear of it.
        else session.ping(() => session.destroy());
      }),
    close: () => shared?.destroy(),
  };
}
