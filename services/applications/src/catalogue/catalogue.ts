import type { DepartmentFile, FieldEntry, ItemEntry, ServiceFile } from '@lianban/catalogue';
import type { ServiceKind, StepKind } from '@lianban/steps';
import type { AgeLimit, RegisteredWhere } from '../domain/eligible';
import type { AskedGrades } from '../domain/handed-in';
import type { Plan, Plans, Text } from '../domain/plan';
import type { PackageFile, StepEntry } from './shapes';

/** Who performs steps: a department, or a city service. */
export interface Performer {
  readonly name: string;
  /** The kind of step it performs. */
  readonly performs: StepKind;
  /** The topic on which it says what became of its steps. */
  readonly topic: string;
  /** Where the topic is named: "permits.yaml:3". */
  readonly declaredAt: string;
  readonly title: Text;
  /** Where to complain about it. */
  readonly complaints: Text;
  /** Coded reasons officers of a department choose from. */
  readonly reasons: DepartmentFile['reasons'];
  /** The words of a department's grounds. */
  readonly grounds: DepartmentFile['grounds'];
  /** Its other codes in words. */
  readonly words: DepartmentFile['words'];
}

/** What a department decides. */
export interface Item extends Readonly<ItemEntry> {
  readonly performs: 'decision';
  readonly department: string;
}

/** What an item needs of the applicant; a city service's needs nothing. */
type Asked = Pick<Item, 'materials' | 'shares' | 'conditions'>;

/** What a city service performs: a fee, a type of document, a kind of appointment. */
export interface ServiceItem extends Readonly<ServiceFile['items'][number]>, Asked {
  readonly performs: ServiceKind;
  /** The service's name. */
  readonly department: string;
}

/** A FEEL expression that must hold for a step to be asked for, and what it means in plain words. */
export interface ConditionEntry {
  readonly when: string;
  readonly means: Text;
}

export interface CataloguedStep extends Readonly<StepEntry> {
  readonly entry: Item | ServiceItem;
  readonly office: Performer;
  /** The step's own condition and the item's. */
  readonly conditions: readonly ConditionEntry[];
}

/** One version of a package: what residents see of it, and the plan the process runs. */
export interface CataloguedPackage {
  readonly code: string;
  readonly version: number;
  /** Not offered to residents. */
  readonly hidden: boolean;
  readonly name: Text;
  readonly description: Text;
  readonly synonyms: Readonly<PackageFile['synonyms']>;
  readonly whoCanApply: Text;
  readonly age?: AgeLimit | undefined;
  readonly registered?: RegisteredWhere | undefined;
  /** Whom it can be about. */
  readonly about: PackageFile['about'];
  readonly applicants: PackageFile['applicants'];
  readonly openAtOnce: PackageFile['openAtOnce'];
  /** What its items ask of each material; of several the strictest. */
  readonly grades: AskedGrades;
  readonly form: readonly FieldEntry[];
  readonly steps: readonly CataloguedStep[];
  readonly plan: Plan;
}

/** The catalogue of items 事项目录 and packages 一件事, in one version. Never changes. */
export interface Catalogue {
  readonly departments: readonly Performer[];
  /** The city services that perform steps. */
  readonly services: readonly Performer[];
  /** Of departments. */
  readonly items: readonly Item[];
  /** Versions of each package, newest first. */
  readonly packages: ReadonlyMap<string, readonly CataloguedPackage[]>;
  /** The newest version, or the one asked for. */
  find(code: string, version?: number): CataloguedPackage | undefined;
  /** What `applicationDecider` runs on. */
  readonly plans: Plans;
}

export function catalogueOf(
  { departments, services, items }: Pick<Catalogue, 'departments' | 'services' | 'items'>,
  all: readonly CataloguedPackage[],
): Catalogue {
  const newestFirst = all.toSorted((a, b) => b.version - a.version);
  const packages: ReadonlyMap<string, readonly CataloguedPackage[]> = Map.groupBy(newestFirst, ({ code }) => code);
  const find = (code: string, version?: number): CataloguedPackage | undefined =>
    packages.get(code)?.find((each) => version === undefined || each.version === version);
  const plans: Plans = (code, version) => find(code, version)?.plan;
  return deepFreeze({ departments, services, items, packages, find, plans });
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    const parts = value instanceof Map ? value.values() : Object.values(value);
    for (const part of parts) deepFreeze(part);
  }
  return value;
}
