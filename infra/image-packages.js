// Copies package.json of every workspace and the lock to a folder, without devDependencies. npm omits those of the root alone: it installed
// what the tests of a linked workspace need, a browser's driver among it, into every image. Plain JavaScript: it runs in the image's build.
const { mkdirSync, readFileSync, readdirSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const root = join(__dirname, '..');
const [target] = process.argv.slice(2);
const notOurs = new Set(['node_modules', 'dist', 'gen', '.git', '.local']);

function packagesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : packagesIn(path);
    return entry.name === 'package.json' ? [path] : [];
  });
}

function copy(path, change) {
  const content = JSON.parse(readFileSync(join(root, path), 'utf8'));
  change(content);
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), JSON.stringify(content, null, 2));
}

const withoutDev = (manifest) => delete manifest.devDependencies;
packagesIn('').forEach((path) => copy(path, withoutDev));
copy('package-lock.json', (lock) => Object.values(lock.packages).forEach(withoutDev));
