import { kept } from '../view/kept';

/** Three days: a visit, and the working day after a weekend. On a shared device nothing may stay for long. */
const keptForMs = 3 * 24 * 60 * 60 * 1000;

export interface KeptForm {
  readonly at: string;
  readonly values: object;
}

/**
 * What an officer typed into the form of one case, on this device, until it is sent. Of somebody else, and of an older day, nothing is
 * found. @param me the officer @param id the case
 */
export function keptFindings(me: string, id: string, now: () => Date = () => new Date()) {
  const name = `findings.${me}.${id}`;
  const read = (): KeptForm | undefined => {
    try {
      const found = JSON.parse(kept.get(name) ?? 'null') as KeptForm | null;
      if (!found) return undefined;
      const age = now().getTime() - Date.parse(found.at);
      return age >= 0 && age < keptForMs ? found : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    /** What is too old goes away when it is looked for. */
    find(): KeptForm | undefined {
      const found = read();
      if (!found) kept.remove(name);
      return found;
    },
    /** Undefined in a browser that keeps nothing. */
    save(values: KeptForm['values']): KeptForm | undefined {
      kept.set(name, JSON.stringify({ at: now().toISOString(), values }));
      return read();
    },
    forget: () => kept.remove(name),
  };
}

/** Takes away what nobody came back for, of whichever case: called when the desk opens. */
export function forgetOldFindings(now: Date = new Date()): void {
  for (const name of kept.names('findings.')) {
    const [, me = '', id = ''] = /^findings\.([^.]+)\.(.+)$/.exec(name) ?? [];
    keptFindings(me, id, () => now).find();
  }
}
