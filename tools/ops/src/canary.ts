import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { Problem } from './problem';

// No resident is shown this package: it marks the application as a canary.
const items = {
  eating: 4,
  grooming: 4,
  bathing: 4,
  upperDressing: 4,
  lowerDressing: 4,
  urination: 4,
  defecation: 4,
  toileting: 4,
  turningInBed: 4,
  bedChairTransfer: 4,
  walking: 4,
  stairs: 3,
  timeOrientation: 4,
  placeOrientation: 4,
  personOrientation: 4,
  memory: 4,
  understanding: 4,
  expression: 4,
  aggression: 1,
  depression: 1,
  consciousness: 2,
  sight: 2,
  hearing: 2,
  dailyAffairs: 4,
  transport: 3,
  socialLife: 4,
};
/**
 * The canary's application: one automatic step of each department. No rule grants a permit on unseen copies, but one may be
 * refused, so that no officer has to handle a canary.
 */
export const trial = {
  package: 'bench-four-departments',
  answers: { reason: 'contract-ended', assessment: items, ownerConsent: true, touchesStructure: true },
};
const papers = ['ownership-proof', 'adaptation-plan'];
// The smallest PNG.
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const lastLookMs = 1_000;

const uploaded = z.object({ reference: z.string() });
const submitted = z.object({ applicationNumber: z.string() });
const shown = z.object({
  status: z.string(),
  steps: z.array(z.object({ id: z.string(), department: z.string(), status: z.string() })),
});

/**
 * Submits one application with two uploads through the gateway at `url`, with a resident's token, and waits until every
 * department has decided its step. Retries while the gateway does not answer.
 * @returns one line per decision
 * @throws Problem after `withinMs`, naming the departments that have not decided
 */
export async function runCanary(url: string, token: string, withinMs: number): Promise<string[]> {
  const end = Date.now() + withinMs;
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  };
  let last = 'nothing was answered';
  const ask = async <T>(path: string, shape: z.ZodType<T>, init: RequestInit = {}): Promise<T> => {
    for (; ; await pause(500)) {
      if (Date.now() > end) throw new Problem('no-answer', `${init.method ?? 'GET'} ${path}: ${last}`);
      try {
        const response = await fetch(url + path, {
          ...init,
          headers: { ...headers, ...init.headers },
          signal: AbortSignal.timeout(10_000),
        });
        const text = await response.text();
        if (response.ok) return shape.parse(JSON.parse(text));
        last = `${response.status} ${text}`;
        if (response.status < 500 && response.status !== 429) throw new Problem('refused', `${path}: ${last}`);
      } catch (error) {
        if (error instanceof Problem) throw error;
        last = String(error);
      }
    }
  };

  const materials = [];
  for (const code of papers) {
    const upload = { method: 'POST', body: picture, headers: { 'content-type': 'image/png' } };
    const { reference } = await ask('/api/me/materials', uploaded, upload);
    materials.push({ code, grade: 'C', reference });
  }
  const { applicationNumber } = await ask('/api/applications', submitted, {
    method: 'POST',
    body: JSON.stringify({ ...trial, materials }),
  });
  for (; ; await pause(250)) {
    const { status, steps } = await ask(`/api/applications/${applicationNumber}`, shown);
    const open = steps.filter(({ status }) => status !== 'granted' && status !== 'refused');
    if (open.length === 0 && steps.length > 0)
      return [
        `${applicationNumber} is ${status}`,
        ...steps.map(({ id, department, status }) => `${department}: ${id} ${status}`),
      ];
    // Early enough to name the missing departments before the time is up.
    if (Date.now() > end - lastLookMs) {
      const missing = open.map(({ id, department, status }) => `${department} has not decided ${id} (${status})`);
      throw new Problem('not-decided', [`${applicationNumber} after ${withinMs / 1000} s:`, ...missing].join('\n'));
    }
  }
}
