// Prints the workspaces an image of a service holds, or of the host of all services, a folder a line, the service's own last. Plain JavaScript: it runs in the
// image's build, before anything is installed there.
const { readFileSync, readdirSync, existsSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const manifestIn = (folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
const folders = manifestIn('.').workspaces.flatMap((pattern) =>
  pattern.endsWith('/*')
    ? readdirSync(join(root, pattern.slice(0, -2))).map((name) => pattern.slice(0, -1) + name)
    : [pattern],
);
const byName = new Map(
  folders
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => [manifestIn(folder).name, folder]),
);

const parts = [];
function add(name) {
  const folder = byName.get(name);
  if (!folder || parts.includes(folder)) return;
  parts.unshift(folder);
  Object.keys(manifestIn(folder).dependencies ?? {}).forEach(add);
}

const [service] = process.argv.slice(2);
if (service !== 'host' && !byName.has(`@lianban/${service}`)) {
  console.error(`there is no service ${service}`);
  process.exit(1);
}
// The host loads the services by name, and imports none of them.
const isHost = service === 'host';
const main = isHost ? '@lianban/runtime' : `@lianban/${service}`;
add(main);
if (isHost) for (const [name, folder] of byName) if (existsSync(join(root, folder, 'manifest.yaml'))) add(name);
const own = byName.get(main);
console.log([...parts.filter((folder) => folder !== own), own].join('\n'));
