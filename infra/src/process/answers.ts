import { pollUntil } from '../poll';
import { Problem } from '../problem';

/** Waits until somebody answers at an address. @param refusal what to say when nobody does within 20 s @throws Problem */
export async function answersAt(url: string, refusal: string): Promise<void> {
  const ask = async () => {
    const response = await fetch(url).catch(() => undefined);
    await response?.body?.cancel();
    return response?.ok ? true : undefined;
  };
  if (!(await pollUntil(ask, { withinMs: 20_000, everyMs: 100 }))) throw new Problem(refusal);
}
