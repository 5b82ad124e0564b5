import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout, folders } from '../folders';
import { isRunning } from '../process/identity';
import { launch } from '../process/launch';
import { stopProcess } from '../process/stop-process';
import { cached } from './cached';
import { clusterId, kafkaConfig } from './kafka-config';
import { freePorts } from './ports';
import { outputOf, requireJava, requireMaven } from './prerequisites';
import { runTool } from './run-tool';
import { portAnswers } from './port-answers';

/** The files from which every native broker is started. */
export interface KafkaHome {
  readonly libs: string;
  /** A formatted data folder to copy, because formatting takes a second each time. */
  readonly formatted: string;
  /** The JVM's archive of Kafka's loaded classes, which halves the start time. */
  readonly archive: string;
}

const pom = join(checkout, 'infra', 'kafka', 'pom.xml');
const quiet = '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn';
const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 10);

/** Arguments of `java` that run a broker with the given server.properties. */
export function kafkaArguments(home: KafkaHome, configFile: string, options: readonly string[] = []): string[] {
  const archive = existsSync(home.archive) ? [`-XX:SharedArchiveFile=${home.archive}`] : [];
  return [
    '-Xmx512m',
    '-XX:+UseSerialGC',
    ...options,
    ...archive,
    quiet,
    '-cp',
    `${home.libs}/*`,
    'kafka.Kafka',
    configFile,
  ];
}

async function format(libs: string, folder: string): Promise<void> {
  const config = join(folder, 'server.properties');
  await writeFile(config, kafkaConfig({ kafka: 9092, controller: 9093 }, join(folder, 'data')));
  const tool = ['kafka.tools.StorageTool', 'format', '--cluster-id', clusterId, '--config', config];
  await runTool('formatting the folder for Kafka', 'java', [
    '-XX:TieredStopAtLevel=1',
    quiet,
    '-cp',
    `${libs}/*`,
    ...tool,
  ]);
}

/** Runs a broker once on a throw-away folder, so that the JVM writes the archive of its loaded classes when it stops. */
async function recordClasses(home: KafkaHome, folder: string): Promise<void> {
  const [kafka = 0, controller = 0] = await freePorts(2);
  const data = join(folder, 'data');
  const config = join(folder, 'server.properties');
  await cp(home.formatted, data, { recursive: true });
  await writeFile(config, kafkaConfig({ kafka, controller }, data));
  const { identity } = await launch({
    name: 'kafka',
    command: 'java',
    args: kafkaArguments(home, config, [`-XX:ArchiveClassesAtExit=${join(folder, 'classes.jsa')}`]),
    cwd: folder,
    logFile: join(folder, 'kafka.log'),
  });
  await portAnswers(kafka, () => isRunning(identity), 30_000);
  await stopProcess(identity, 30_000);
  await rm(data, { recursive: true, force: true });
}

/**
 * Kafka ready to be started; downloaded and prepared the first time (about 15 s).
 * @throws Problem naming what is not installed.
 */
export async function kafkaHome(say: (line: string) => void): Promise<KafkaHome> {
  requireJava();
  const version = digest(readFileSync(pom, 'utf8'));
  const libs = await cached(`kafka-${version}`, async (folder) => {
    requireMaven();
    say('fetching Kafka 4.1 from Maven Central (54 MB, once)');
    const copy = ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`];
    await runTool('fetching Kafka', 'mvn', copy);
  });
  const formatted = await cached(`kafka-${version}-formatted`, (folder) => format(libs, folder));
  // An archive is valid only for the JVM that wrote it, and for jars at the same path.
  const jvm = digest(`${outputOf('java', ['-version'])}${libs}`);
  const home = { libs, formatted: join(formatted, 'data'), archive: '' };
  await mkdir(folders.cache, { recursive: true });
  const classes = await cached(`kafka-${version}-classes-${jvm}`, (folder) => recordClasses(home, folder));
  return { ...home, archive: join(classes, 'classes.jsa') };
}
