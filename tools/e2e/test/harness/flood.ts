import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** The result of one submission. */
export interface FloodResult {
  readonly key: string;
  /** The HTTP status; 0 when the connection broke or no answer came in time. */
  readonly status: number;
  readonly number?: string;
  readonly retryAfter?: string;
  /** Milliseconds from the moment it was due until it was answered. */
  readonly ms: number;
}

export interface Flood {
  readonly port: number;
  /** Submissions a second, whether earlier ones are answered or not. */
  readonly rate: number;
  readonly seconds: number;
  /** The nth request; its `key` is sent as Idempotency-Key. */
  readonly next: (n: number) => { readonly key: string; readonly token: string; readonly body: string };
}

const patienceMs = 30_000;

/** Submits at the counters at a steady rate for a given time: an open loop. */
export async function flood({ port, rate, seconds, next }: Flood): Promise<FloodResult[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  const began = performance.now();
  const answers: Promise<FloodResult>[] = [];
  for (let n = 0; n < rate * seconds; n += 1) {
    const due = began + (n * 1000) / rate;
    if (due - performance.now() > 1) await pause(due - performance.now());
    answers.push(submit(agent, port, next(n), due));
  }
  const all = await Promise.all(answers);
  agent.destroy();
  return all;
}

function submit(agent: Agent, port: number, { key, token, body }: ReturnType<Flood['next']>, due: number) {
  return new Promise<FloodResult>((resolve) => {
    const answered = (status: number, more: Partial<FloodResult> = {}) =>
      resolve({ key, status, ms: performance.now() - due, ...more });
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'idempotency-key': key,
    };
    const options = { host: '127.0.0.1', port, path: '/api/desk/applications', method: 'POST', agent, headers };
    const sent = request({ ...options, timeout: patienceMs }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('error', () => answered(0));
      response.on('end', () => {
        const status = response.statusCode ?? 0;
        const retryAfter = response.headers['retry-after'];
        const { applicationNumber } = JSON.parse(text) as { applicationNumber?: string };
        answered(status, {
          ...(applicationNumber === undefined ? {} : { number: applicationNumber }),
          ...(retryAfter === undefined ? {} : { retryAfter }),
        });
      });
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => answered(0));
    sent.end(body);
  });
}
