import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type DemoClient, GatewayError } from '../../src/demo/client';

/** The client's record of its submissions, by Idempotency-Key: the audit compares the city with it. */
export class SubmissionLedger {
  /** Submissions answered with a number. */
  readonly accepted = new Map<string, string>();
  /** Refused submissions, which must have no effect. */
  readonly failed = new Set<string>();
  /** Submissions never answered, or with a server error: each has one effect, or none. */
  readonly unknown = new Set<string>();
  /** Why submissions were refused or failed, for the message of a test that expects none. */
  readonly whys = new Set<string>();

  /** I7: numbers that could not be read when they had just been returned. */
  readonly unreadable = new Set<string>();

  get numbers(): string[] {
    return [...this.accepted.values()];
  }

  /** Repeats a submission with the same key until it is answered; a busy city answers 503, or not at all. */
  async persist(client: DemoClient, application: object, key: string = randomUUID()): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      await this.submit(client, application, key);
      if (!this.unknown.delete(key)) return;
      await pause(500);
    }
    this.unknown.add(key);
  }

  /** Submits once and records the outcome; a repeat with the same key would hide a lost answer. */
  async submit(client: DemoClient, application: object, key: string = randomUUID()): Promise<void> {
    try {
      const answer = client.post<{ applicationNumber: string }>('/api/applications', application, {
        'idempotency-key': key,
      });
      const { applicationNumber } = await answer;
      this.accepted.set(key, applicationNumber);
      if (this.accepted.size % readEvery === 0) await this.read(client, applicationNumber);
    } catch (error) {
      this.whys.add(String(error));
      const isRefused = error instanceof GatewayError && error.status < 500;
      (isRefused ? this.failed : this.unknown).add(key);
    }
  }

  /** Reads an application: no answer is not a violation; "not found" is. */
  private async read(client: DemoClient, number: string): Promise<void> {
    await client.get(`/api/applications/${number}`).catch((error: unknown) => {
      if (error instanceof GatewayError && error.status === 404) this.unreadable.add(number);
    });
  }
}

const readEvery = 5;

/** Runs `work` `count` times, at most `atOnce` at a time. */
export async function inParallel(count: number, atOnce: number, work: (n: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker));
}
