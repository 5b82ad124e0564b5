import type { Problem, Read } from '@lianban/catalogue';
import type { CheckedCatalogue } from './check-catalogue';
import { itemRef } from './check-package';
import { differenceOf } from './difference';
import type { PackageFile } from './shapes';

/** A version of a package that another catalogue no longer has. */
export interface RemovedPackage {
  readonly code: string;
  readonly version: number;
  /** Where it stood. */
  readonly file: string;
}

/** An item that a package asks for as none did before. */
export interface NewlyAsked {
  /** permits/shopfront-sign */
  readonly item: string;
  readonly problem: (sentence: string) => Problem;
}

/** What another catalogue would change for cases that are under way. */
export interface CatalogueChange {
  /** By which it changes what cases run on. */
  readonly problems: readonly Problem[];
  readonly removed: readonly RemovedPackage[];
  readonly asked: readonly NewlyAsked[];
}

/** Compares two catalogues, each without problems. What has a version changes by a next version; its words may be corrected. */
export function changeOf(former: CheckedCatalogue, next: CheckedCatalogue): CatalogueChange {
  const problems = [
    ...changedPackages(former, next),
    ...changedItems(former, next),
    ...lostGrounds(former, next),
    ...changedLetterheads(former, next),
  ];
  const removed = former.packages
    .filter(({ value }) => !findPackage(next, value))
    .map(({ source: { file }, value: { code, version } }) => ({ code, version, file }));
  const askedBefore = new Set(former.packages.flatMap(({ value }) => value.steps.map(({ item }) => codeOf(item))));
  const asked = next.packages.flatMap(({ source, value }) =>
    value.steps.flatMap(({ item }, index): NewlyAsked[] => {
      const problem = (sentence: string) => source.problem(['steps', index, 'item'], sentence);
      return askedBefore.has(codeOf(item)) ? [] : [{ item: codeOf(item), problem }];
    }),
  );
  return { problems, removed, asked };
}

type Version = Pick<PackageFile, 'code' | 'version'>;

const findPackage = ({ packages }: CheckedCatalogue, { code, version }: Version): Read<PackageFile> | undefined =>
  packages.find(({ value }) => value.code === code && value.version === version);

const codeOf = (reference: string): string => {
  const { department, code } = itemRef(reference);
  return `${department}/${code}`;
};

const asNext = (what: string, { code, version }: Version): string =>
  `${what} "${code}" version ${version} is in use and may change in its words only: write this as version ${version + 1} beside it.`;

function changedPackages(former: CheckedCatalogue, next: CheckedCatalogue): readonly Problem[] {
  return next.packages.flatMap(({ source, value }) => {
    const before = findPackage(former, value);
    const at = before && differenceOf(before.value, value);
    return at ? [source.problem(at, asNext('package', value))] : [];
  });
}

function changedItems(former: CheckedCatalogue, next: CheckedCatalogue): readonly Problem[] {
  const before = itemsOf(former);
  return itemsOf(next).flatMap(({ source, at, owner, item }) => {
    const same = before.find((each) => each.owner === owner && isSame(each.item, item));
    const changed = same && differenceOf(same.item, item);
    return changed ? [source.problem([...at, ...changed], asNext('item', item))] : [];
  });
}

/** The items of departments and city services, each with where it stands. */
const itemsOf = ({ files, serviceFiles }: CheckedCatalogue) => [
  ...files.flatMap(({ source, value: { department: owner, items } }) =>
    items.map((item, index) => ({ source, owner, item, at: ['items', index] })),
  ),
  ...serviceFiles.flatMap(({ source, value: { service: owner, items } }) =>
    items.map((item, index) => ({ source, owner, item, at: ['items', index] })),
  ),
];

const isSame = (one: Version, other: Version) => one.code === other.code && one.version === other.version;

/** Decisions name their grounds by code. */
function lostGrounds(former: CheckedCatalogue, next: CheckedCatalogue): readonly Problem[] {
  return next.files.flatMap(({ source, value: { department, grounds } }) => {
    const before = former.files.find(({ value }) => value.department === department)?.value.grounds ?? [];
    return before
      .filter(({ code }) => !grounds.some((each) => each.code === code))
      .map(({ code }) => source.problem(['grounds'], `ground "${code}" is gone, and decisions name it: put it back.`));
  });
}

/** What was issued keeps its letterhead: a row that a day of the past may have used stays as it is. */
function changedLetterheads(former: CheckedCatalogue, next: CheckedCatalogue): readonly Problem[] {
  return next.files.flatMap(({ source, value: { department, letterheads } }) => {
    const before = former.files.find(({ value }) => value.department === department)?.value.letterheads ?? [];
    const isKept = (row: (typeof before)[number]) =>
      letterheads.some((each) => JSON.stringify(each) === JSON.stringify(row));
    return before
      .filter((row) => !isKept(row))
      .map(({ from }) =>
        source.problem(
          ['letterheads'],
          `the letterhead from ${from} is changed or gone, and documents bear it: put it back, and write the new one below.`,
        ),
      );
  });
}
