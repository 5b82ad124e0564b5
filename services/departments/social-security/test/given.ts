import { join } from 'node:path';
import { loadDepartment } from '@lianban/catalogue';
import { type Evidence, type Item, type StepRequest, cataloguedItems } from '@lianban/casework';
import { items } from '../src/items';

const catalogued = cataloguedItems(items, loadDepartment(join(__dirname, '..')));

export const itemOf = (code: string): Item => {
  const found = catalogued.find((item) => item.code === code);
  if (!found) throw new Error(`no item ${code}`);
  return found;
};

interface Given extends Partial<Pick<Evidence, 'known' | 'findings'>>, Partial<StepRequest> {
  /** The day it is requested, at ten in the morning. */
  readonly on?: string;
}

/** A case of an item: what is not given is that of an adult registered in Jinshui who asks on 2 March 2026. */
export function given(item: string, { on = '2026-03-02', known = {}, findings = {}, ...more }: Given = {}): Evidence {
  const now = new Date(`${on}T02:00:00Z`);
  return {
    request: {
      applicationNumber: 'LB20260302000001',
      step: 'step',
      item,
      department: 'social-security',
      residentId: 'r-1',
      district: '410105',
      answers: {},
      earlier: {},
      materials: [],
      decidedBy: 'rule',
      statutoryDays: 20,
      promisedDays: 5,
      requestedAt: now,
      ...more,
    },
    known,
    findings,
    now,
  };
}

/** What the item's rule says of a case. */
export const ruled = (item: string, more?: Given) => itemOf(item).rule(given(item, more));

/** The codes of what is missing of a case. */
export const missing = (item: string, more?: Given) =>
  itemOf(item)
    .missing(given(item, more).request)
    .map(({ code }) => code);
