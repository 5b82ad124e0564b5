import type { CatalogueText } from '@lianban/catalogue';
import type { applications } from '@lianban/protos';
import type { RunningCatalogue } from '@lianban/runtime';
import type { Catalogue, Performer } from './catalogue';
import { canonicalTexts } from './canonical';
import { describeCatalogue, describeDepartments } from './describe';
import { compileCatalogue } from './load';

/** The catalogue that the city runs. Whoever keeps a part of it keeps it as it was. */
export interface CatalogueInUse extends Pick<Catalogue, 'find' | 'plans'> {
  /** The departments and city services that this service hears. */
  readonly heard: readonly Performer[];
  /** What the gateway asks for with nearly every page. */
  readonly described: {
    readonly packages: applications.v1.Package[];
    readonly departments: applications.v1.Department[];
  };
}

/** The catalogue of `shipped` until the city takes another. @throws CatalogueError with everything that is wrong in the files */
export function catalogueInUse(shipped: readonly CatalogueText[]): {
  readonly catalogue: CatalogueInUse;
  readonly running: RunningCatalogue;
} {
  const first = compileCatalogue(shipped);
  const described = (catalogue: Catalogue) => ({
    packages: describeCatalogue(catalogue),
    departments: describeDepartments(catalogue),
  });
  let now = { catalogue: first, described: described(first) };
  const catalogue: CatalogueInUse = {
    find: (code, version) => now.catalogue.find(code, version),
    plans: (code, version) => now.catalogue.plans(code, version),
    get described() {
      return now.described;
    },
    get heard() {
      return heardOf(first, now.catalogue);
    },
  };
  const use: RunningCatalogue['use'] = (files) => {
    const next = files ? compileCatalogue(files) : first;
    now = { catalogue: next, described: described(next) };
  };
  return { catalogue, running: { use, shipped: canonicalTexts(shipped) } };
}

/** Who came after the start is heard once a package asks for them: until then their topic need not be there. */
function heardOf(first: Catalogue, now: Catalogue): readonly Performer[] {
  const shipped = performersOf(first);
  const all = [...now.packages.values()].flat();
  const asked = new Set(all.flatMap(({ plan }) => plan.steps.map((step) => step.department)));
  const isKnown = ({ name }: Performer) => shipped.some((each) => each.name === name);
  return [...shipped, ...performersOf(now).filter((each) => asked.has(each.name) && !isKnown(each))];
}

const performersOf = ({ departments, services }: Catalogue): readonly Performer[] => [...departments, ...services];
