import { z } from 'zod';
import type { Ways } from '../settings';
import type { Carried, Carrier } from './carrier';

const timeoutMs = 10_000;
const answer = z.object({ code: z.string().max(60) });

/**
 * SMS by the HTTP gateway of a city: POST {id, to, text}. 2xx: taken, a receipt follows; 400, 404, 410, 422: this number is
 * none; anything else is tried again. A repetition has the same id, and is the same message.
 */
export function smsCarrier({ url, key }: NonNullable<Ways['sms']>): Carrier {
  return {
    channel: 'sms',
    async carry({ id, to, text }): Promise<Carried> {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
          body: JSON.stringify({ id, to, text }),
          signal: AbortSignal.timeout(timeoutMs),
          redirect: 'error',
        });
        const said = answer.safeParse(await response.json().catch(() => undefined));
        const code = said.success ? said.data.code : String(response.status);
        if (response.ok) return { outcome: 'accepted', code };
        return { outcome: isFinal.has(response.status) ? 'permanent' : 'temporary', code };
      } catch {
        return { outcome: 'temporary', code: 'unreachable' };
      }
    },
  };
}

const isFinal = new Set([400, 404, 410, 422]);
