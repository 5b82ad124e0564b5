import { readFileSync } from 'node:fs';
import { runCanary } from './canary';

/** Run by `helm test`: canary-cli URL TOKEN_FILE SECONDS. */
const [url, tokenFile, seconds] = process.argv.slice(2);
if (!url || !tokenFile || !(Number(seconds) > 0)) {
  process.stderr.write('usage: canary-cli URL TOKEN_FILE SECONDS\n');
  process.exit(2);
}
runCanary(url, readFileSync(tokenFile, 'utf8').trim(), Number(seconds) * 1000).then(
  (lines) => process.stdout.write(`${lines.join('\n')}\n`),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);
