import { Agent, request } from 'node:http';
import type { Submission } from './subject';

/** The door answered with something other than 202. */
export class NotTaken extends Error {}

export interface Door {
  /** Submits and returns the application's number. @throws NotTaken, or the connection's error */
  post(submission: Submission): Promise<string>;
  close(): void;
}

/** Submits over connections that are kept: residents' browsers do, and connecting is not what is measured. */
export function openDoor(port: number, path: string): Door {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const post = ({ headers, body }: Submission) =>
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
          else reject(new NotTaken(`the door answered ${response.statusCode}: ${text.slice(0, 300)}`));
        });
      });
      sent.end(body);
    });
  return { post, close: () => agent.destroy() };
}
