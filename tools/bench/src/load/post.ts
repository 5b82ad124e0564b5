import { Agent, type IncomingMessage, request } from 'node:http';
import type { SubmissionRequest } from './subject';

/** The door answered with something other than 202. */
export class NotTaken extends Error {}

/** It answered "not now" (503). */
export class TurnedAway extends NotTaken {
  constructor(
    message: string,
    /** What it said to wait; undefined when it did not say. */
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
  const said = `the door answered ${statusCode}: ${text.slice(0, 300)}`;
  if (statusCode !== 503) return new NotTaken(said);
  const seconds = Number(headers['retry-after'] ?? NaN);
  return new TurnedAway(said, Number.isFinite(seconds) ? seconds * 1000 : undefined);
}

/** Submits over connections that are kept: residents' browsers do, and connecting is not what is measured. */
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
