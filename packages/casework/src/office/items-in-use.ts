import { type DepartmentFile, type looks, soundDepartments } from '@lianban/catalogue';
import type { RunningCatalogue } from '@lianban/runtime';
import type { Item, StepRequest } from '../lifecycle/item';
import { cataloguedItem, cataloguedItems, newest } from './catalogued';
import type { ItemRules } from './item-rules';

export interface ItemsInUse {
  /** The item a step asks for, in the version it asks for. @throws Error when only a later catalogue has that version */
  item(this: void, request: StepRequest): Item | undefined;
  /** Of its officers, at people's data. */
  looks(this: void): looks.Looks;
  /** The words it uses, and what its writs are headed with. */
  file(this: void): DepartmentFile;
  readonly catalogue: RunningCatalogue;
}

/**
 * The items of a department by the catalogue that its city runs: `shipped` until the city takes another. A file may describe an item
 * before its rules are deployed: no step is asked of it until then. What only the shipped file has stays known.
 */
export function itemsInUse(rules: readonly ItemRules[], shipped: DepartmentFile): ItemsInUse {
  // Fails at the start when rules and the file beside them do not match.
  cataloguedItems(rules, shipped);
  const { department } = shipped;
  let items = itemsOf(rules, shipped);
  let file = shipped;
  return {
    item: ({ item, itemVersion }) => items.get(item)?.(itemVersion),
    looks: () => file.looks,
    file: () => file,
    catalogue: {
      rules: rules.map(({ code }) => `${department}/${code}`),
      use(files = []) {
        // What is wrong in the file of another department stops nobody here.
        const [own] = soundDepartments(files.filter(({ label }) => label === `${department}.yaml`));
        file = own ? withWhatItLacks(own, shipped) : shipped;
        items = itemsOf(rules, file);
      },
    },
  };
}

type Versions = (version: number | undefined) => Item;

const itemsOf = (rules: readonly ItemRules[], file: DepartmentFile): ReadonlyMap<string, Versions> =>
  new Map(rules.map((each) => [each.code, versionsOf(each, file)]));

/** Of an item that was asked for before versions were told, or in one that is gone, the newest counts. */
function versionsOf(rules: ItemRules, file: DepartmentFile): Versions {
  const { code } = rules;
  const entries = file.items.filter((item) => item.code === code);
  const items = new Map(entries.map((entry) => [entry.version, cataloguedItem(rules, entry, file)]));
  const last = newest(file, code).version;
  return (version = last) => {
    if (version > last)
      throw new Error(`${file.department} has not taken item "${code}" version ${version}: replay the key when it has`);
    return items.get(version) ?? items.get(last)!;
  };
}

/** Cases that were received by the shipped file go on: its items and the words of its grounds stay known. */
function withWhatItLacks(taken: DepartmentFile, shipped: DepartmentFile): DepartmentFile {
  const isTaken = ({ code, version }: DepartmentFile['items'][number]) =>
    taken.items.some((each) => each.code === code && each.version === version);
  const isWorded = ({ code }: DepartmentFile['grounds'][number]) => taken.grounds.some((each) => each.code === code);
  return {
    ...taken,
    items: [...taken.items, ...shipped.items.filter((item) => !isTaken(item))],
    letterheads: taken.letterheads.length > 0 ? taken.letterheads : shipped.letterheads,
    grounds: [...taken.grounds, ...shipped.grounds.filter((ground) => !isWorded(ground))],
  };
}
