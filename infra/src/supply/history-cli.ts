import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { secretsIn } from './secrets';

/** Looks through every line that was ever added; exits with 1 when one looks like a secret. A removed secret is still in every clone. */
async function main(): Promise<void> {
  const git = spawn(
    'git',
    ['log', '--all', '--patch', '--unified=0', '--no-color', '--no-ext-diff', '--format=commit %H'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise<number | null>((resolve) => git.once('close', resolve));
  let commit = '';
  let file = '';
  let added: string[] = [];
  let found = 0;
  const look = () => {
    for (const { rule } of secretsIn(added.join('\n'))) {
      found += 1;
      console.error(`${commit.slice(0, 12)} ${file}: ${rule}`);
    }
    added = [];
  };
  for await (const line of createInterface({ input: git.stdout })) {
    if (line.startsWith('commit ') || line.startsWith('diff --git ')) look();
    if (line.startsWith('commit ')) commit = line.slice('commit '.length);
    else if (line.startsWith('+++ ')) file = line.slice('+++ b/'.length);
    else if (line.startsWith('+')) added.push(line.slice(1));
  }
  look();
  if ((await ended) !== 0) throw new Error('git log failed: a clone with its history is needed');
  console.log(found === 0 ? 'history: no line looks like a secret' : `history: ${found} places look like a secret`);
  process.exitCode = found === 0 ? 0 : 1;
}

void main();
