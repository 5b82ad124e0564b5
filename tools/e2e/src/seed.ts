import { environment } from '@lianban/settings';
import { type Config, readConfig, startClockAt } from '@lianban/runtime';
import { firstDay } from './demo/city-time';
import { demoFamilies } from './demo/families';
import { departmentsWithRecords, importRecords } from './demo/records';
import { demoCourses, openCourses, registerFamilies, registerResidents } from './demo/put-in-place';

const howMany = 12;

type Grpc = Config['grpc'];

/** People first: then what departments knew of them before. */
async function seedPeople({ addresses, tls }: Grpc): Promise<void> {
  const register = addresses['residents'] ?? '';
  await registerResidents(register, 1, howMany, tls);
  await registerFamilies(register, tls);
  for (const name of departmentsWithRecords) await importRecords(name, addresses[name] ?? '', tls);
}

const parts = {
  residents: seedPeople,
  courses: ({ addresses, tls }: Grpc) => openCourses(addresses['employment'] ?? '', demoCourses, tls),
};
const done = {
  residents: `resident-1 … resident-${howMany}, ${demoFamilies.length} families, and what departments knew of them`,
  courses: `${demoCourses.length} courses`,
};

/** The two parts come from two callers, each with a certificate of its own in a secure city. */
async function seed(part: string | undefined): Promise<void> {
  if (part !== 'residents' && part !== 'courses') throw new Error('usage: seed.js residents | courses');
  const { mongo, grpc } = readConfig(environment);
  const now = await startClockAt(mongo.url, mongo.dbPrefix, firstDay);
  await parts[part](grpc);
  process.stdout.write(`Demonstration data: ${done[part]}. The city's clock: ${now.toISOString()}\n`);
}

seed(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
