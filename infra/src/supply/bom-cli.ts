import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bomOf } from './bom';
import type { Lock } from './lock';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const [folder = '.local/sbom'] = process.argv.slice(2);
const services = Object.keys(lock.packages)
  .filter((place) => /^services\/(departments\/)?[^/]+$/.test(place))
  .filter((place) => existsSync(join(place, 'src/main.ts')));
// As infra/image-parts.js puts them together: the host loads the services by name.
const images: readonly (readonly [image: string, parts: readonly [string, ...string[]]])[] = [
  ...services.map((place) => [place.split('/').at(-1) ?? place, [place]] as const),
  ['ops', ['tools/ops']],
  ['host', ['packages/runtime', ...services]],
];

mkdirSync(folder, { recursive: true });
for (const [image, parts] of images)
  writeFileSync(join(folder, `${image}.cdx.json`), `${JSON.stringify(bomOf(lock, parts, image), undefined, 2)}\n`);
console.log(`SBOM of ${images.length} images: ${folder}`);
