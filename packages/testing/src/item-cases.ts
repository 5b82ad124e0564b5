import { loadDepartment } from '@lianban/catalogue';
import { type Evidence, type Item, type ItemRules, type StepRequest, cataloguedItems } from '@lianban/casework';

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
      known,
      findings,
      now,
    };
  }

  return {
    itemOf,
    given,
    /** What the item's rule says of a case. */
    ruled: (item: string, more?: Given) => itemOf(item).rule(given(item, more)),
    /** The codes of what is missing of a case. */
    missing: (item: string, more?: Given) =>
      itemOf(item)
        .missing(given(item, more).request)
        .map(({ code }) => code),
  };
}
