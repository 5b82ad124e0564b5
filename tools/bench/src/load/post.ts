import { Agent, type IncomingMessage, request } from 'node:http';
import type { SubmissionRequest } from './subject';

/** An answer other than 202. */
export class NotTaken extends Error {}

/** The answer 503. */
export class TurnedAway extends NotTaken {
  constructor(
    message: string,
    /** Retry-After; undefined without the header. */
    readonly retryAfterMs: number | undefined,
  ) {
    super(message);
  }
}

export interface GatewayConnection {
  /** Submits and returns the application's number. @throws NotTaken, or the connection's error */
  post(submission: SubmissionRequest): Promise<string>;
  close(): void;
}

function refusalOf({ statusCode, headers }: IncomingMessage, text: string): NotTaken {
  const said = `the server answered ${statusCode}: ${text.slice(0, 300)}`;
  if (statusCode !== 503) return new NotTaken(said);
  const seconds = Number(headers['retry-after'] ?? NaN);
  return new TurnedAway(said, Number.isFinite(seconds) ? seconds * 1000 : undefined);
}

/** Submits over keep-alive connections, as browsers do: connecting is not measured. */
export function connectGateway(port: number, path: string): GatewayConnection {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const post = ({ headers, body }: SubmissionRequest) =>
    new Promise<string>((resolve, reject) => {
      const options = { host: '127.0.0.1', port, path, method: 'POST', agent };
      const sent = request({ ...options, headers: { ...headers, 'content-length': Buffer.byteLength(body) } });
      sent.on('error', reject);
      sent.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('error', reject);
        response.on('end', () => {
          if (response.statusCode === 202)
            resolve((JSON.parse(text) as { applicationNumber: string }).applicationNumber);
          else reject(refusalOf(response, text));
        });
      });
      sent.end(body);
    });
  return { post, close: () => agent.destroy() };
}
