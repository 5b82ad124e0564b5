// Holds that the ExternalSecrets of a rendered release bring exactly what its pods read: each Secret, and each key asked for by
// name.
//
//   read-secrets.js FILE
const { readFileSync } = require('node:fs');
const { parseAllDocuments } = require('yaml');

const all = parseAllDocuments(readFileSync(process.argv[2], 'utf8')).flatMap((document) => document.toJS() ?? []);

const read = new Set();
const keysRead = new Set();
/** Whatever names a Secret, wherever it stands in `value`. */
function look(value) {
  if (value === null || typeof value !== 'object') return;
  const { secretKeyRef, secret } = value;
  if (secretKeyRef) {
    read.add(secretKeyRef.name);
    keysRead.add(`${secretKeyRef.name}/${secretKeyRef.key}`);
  }
  if (secret?.secretName) read.add(secret.secretName);
  Object.values(value).forEach(look);
}
for (const { kind, spec } of all) if (['Deployment', 'Job', 'Pod'].includes(kind)) look(spec);

const brought = all.filter(({ kind }) => kind === 'ExternalSecret').map(({ spec }) => spec);
const names = brought.map(({ target }) => target.name);
const keys = new Set(brought.flatMap(({ target, data }) => data.map(({ secretKey }) => `${target.name}/${secretKey}`)));

const wrong = [
  ...[...read].filter((name) => !names.includes(name)).map((name) => `${name} is read and not brought`),
  ...names.filter((name) => !read.has(name)).map((name) => `${name} is brought and read by nobody`),
  ...[...keysRead].filter((key) => !keys.has(key)).map((key) => `${key} is read and not brought`),
];
if (read.size === 0) wrong.push('no pod reads a Secret');
if (wrong.length > 0) {
  console.error(wrong.join('\n'));
  process.exit(1);
}
