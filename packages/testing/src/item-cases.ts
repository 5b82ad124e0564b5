import { loadDepartment } from '@lianban/catalogue';
import {
  type Evidence,
  type Item,
  type ItemRules,
  type StepRequest,
  cataloguedItems,
  grantedTerms,
} from '@lianban/casework';
import { type Entitlement, type EntitlementCommand, entitlement, isStarted } from '@lianban/entitlements';
import { type Refusal, isRefusal } from '@lianban/model';

interface Given extends Partial<Pick<Evidence, 'known' | 'findings'>>, Partial<StepRequest> {
  /** The day it is requested, at ten in the morning. */
  readonly on?: string;
}

/** Cases of a department's items, decided by their rules and its catalogue. @param folder the department's */
export function itemCases(folder: string, items: readonly ItemRules[]) {
  const file = loadDepartment(folder);
  const catalogued = cataloguedItems(items, file);

  const itemOf = (code: string): Item => {
    const found = catalogued.find((item) => item.code === code);
    if (!found) throw new Error(`no item ${code}`);
    return found;
  };

  /** A case of an item: what is not given is that of an adult registered in Jinshui who asks on 2 March 2026. */
  function given(item: string, { on = '2026-03-02', known = {}, findings = {}, ...more }: Given = {}): Evidence {
    const now = new Date(`${on}T02:00:00Z`);
    const whose = { residentId: 'r-1', district: '410105', answers: {}, earlier: {}, materials: [] };
    const limits = { statutoryDays: 20, promisedDays: 5, requestedAt: now };
    return {
      request: {
        ...{ applicationNumber: 'LB20260302000001', step: 'step', item, department: file.department },
        ...whose,
        ...limits,
        decidedBy: 'rule',
        ...more,
      },
      // Unless said otherwise, nobody has it already.
      known: { claim: { taken: false }, ...known },
      findings,
      now,
    };
  }

  /** The entitlement that a case starts when it is granted on the day it is asked for, after what happens to it by further days. */
  function entitled(
    item: string,
    more: Given,
    ...acts: readonly (readonly [day: string, command: EntitlementCommand])[]
  ): Entitlement {
    const evidence = given(item, more);
    const { request, known, now: at } = evidence;
    const ruling = granted(itemOf(item).rule(evidence));
    const { recurring } = items.find(({ code }) => code === item)!;
    if (!recurring) throw new Error(`${item} grants nothing that recurs`);
    const terms = grantedTerms({ ruling, at }, { request, known }, recurring, 'LB20260302000001/step');
    const commands = [
      [at, { type: 'Start', terms, cause: 'granted' }] as const,
      ...acts.map(([day, command]) => [new Date(`${day}T02:00:00Z`), command] as const),
    ];
    const state = commands.reduce((before, [now, command]) => {
      const events = entitlement.decide(command, before, now);
      return isRefusal(events) ? before : events.reduce(entitlement.evolve, before);
    }, entitlement.initial('e-1'));
    if (!isStarted(state)) throw new Error(`${item} has not started`);
    return state;
  }

  return {
    itemOf,
    given,
    entitled,
    /** What the item's rule says of a case. */
    ruled: (item: string, more?: Given) => itemOf(item).rule(given(item, more)),
    /** The codes of what is missing of a case. */
    missing: (item: string, more?: Given) =>
      itemOf(item)
        .missing(given(item, more).request)
        .map(({ code }) => code),
  };
}

function granted<R extends { readonly outcome: string; readonly reason: string }>(ruling: R | Refusal): R {
  if (isRefusal(ruling)) throw new Error(ruling.detail);
  if (ruling.outcome !== 'granted') throw new Error(`it is refused: ${ruling.reason}`);
  return ruling;
}
