import { licenceOf } from './licences';
import { type Lock, placeOf } from './lock';

interface Component {
  readonly type: 'library';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: readonly { readonly expression: string }[];
  readonly hashes?: readonly { readonly alg: 'SHA-512'; readonly content: string }[];
}

/**
 * What an image holds, as CycloneDX 1.5: the service with its workspaces and what they need to run, each in its version, with licence,
 * hash and what it needs. npm's own list of several workspaces leaves some out.
 * @param parts folders of the services in it, its own first
 */
export function bomOf(lock: Lock, parts: readonly [string, ...string[]], image: string): object {
  const components = new Map<string, Component>();
  const needs = new Map<string, readonly string[]>();
  const [own] = parts;
  const left: string[] = [...parts];
  for (let place = left.pop(); place !== undefined; place = left.pop()) {
    if (components.has(place)) continue;
    components.set(place, componentOf(lock, place));
    const { dependencies = {}, optionalDependencies = {} } = lock.packages[place] ?? {};
    const needed = Object.keys({ ...dependencies, ...optionalDependencies }).flatMap(
      (name) => placeOf(lock, place, name) ?? [],
    );
    needs.set(place, needed);
    left.push(...needed);
  }
  const refOf = (place: string) => componentOf(lock, place)['bom-ref'];
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { ...componentOf(lock, own), type: 'container', name: image } },
    components: [...components.values()]
      .filter((each) => each['bom-ref'] !== own)
      .toSorted((a, b) => a['bom-ref'].localeCompare(b['bom-ref'])),
    dependencies: [...needs].map(([place, needed]) => ({
      ref: refOf(place),
      dependsOn: [...new Set(needed.map(refOf))].toSorted(),
    })),
  };
}

function componentOf({ packages }: Lock, place: string): Component {
  const { name: own, version = '0', license, integrity = '' } = packages[place] ?? {};
  const name = own ?? place.split('node_modules/').at(-1) ?? place;
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const sha512 = /^sha512-(.+)$/.exec(integrity)?.[1];
  return {
    type: 'library',
    'bom-ref': place,
    name,
    version,
    purl,
    licenses: [{ expression: licenceOf(name, license) }],
    ...(sha512 && { hashes: [{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }] }),
  };
}
