import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type DemoClient, DoorError } from '../../src/demo/client';

/** The client's record of its submissions, by Idempotency-Key: the audit compares the city with it. */
export class SubmissionLedger {
  /** Answered with a number. */
  readonly taken = new Map<string, string>();
  /** Refused: must have left nothing. */
  readonly failed = new Set<string>();
  /** Never answered, or with a server's error: may have been stored once, or not at all. */
  readonly unknown = new Set<string>();
  /** Why submissions were not taken, for the message of a test that did not expect any. */
  readonly whys = new Set<string>();

  /** I7: numbers under which nothing was found when they had just been given. */
  readonly unreadable = new Set<string>();

  get numbers(): string[] {
    return [...this.taken.values()];
  }

  /** Submits until it is answered, always with the same key: what a busy city turned away (503) or never answered. */
  async persist(client: DemoClient, application: object, key: string = randomUUID()): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      await this.submit(client, application, key);
      if (!this.unknown.delete(key)) return;
      await pause(500);
    }
    this.unknown.add(key);
  }

  /** Submits once and writes down what became of it; a repeat by the same key would hide a lost answer. */
  async submit(client: DemoClient, application: object, key: string = randomUUID()): Promise<void> {
    try {
      const answer = client.post<{ applicationNumber: string }>('/api/applications', application, {
        'idempotency-key': key,
      });
      const { applicationNumber } = await answer;
      this.taken.set(key, applicationNumber);
      if (this.taken.size % readEvery === 0) await this.read(client, applicationNumber);
    } catch (error) {
      this.whys.add(String(error));
      const isRefused = error instanceof DoorError && error.status < 500;
      (isRefused ? this.failed : this.unknown).add(key);
    }
  }

  /** Not being answered now is no breach; being told that there is no such application is. */
  private async read(client: DemoClient, number: string): Promise<void> {
    await client.get(`/api/applications/${number}`).catch((error: unknown) => {
      if (error instanceof DoorError && error.status === 404) this.unreadable.add(number);
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
