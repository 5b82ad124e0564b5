import { environment } from '@lianban/settings';
import { type Config, readConfig, startClockAt } from '@lianban/runtime';
import { departmentsWithRecords, importRecords } from './demo/records';
import { firstDay } from './demo/city-time';
import { demoFamilies } from './demo/families';
import { demoOrganisations } from './demo/organisations';
import { demoCourses, enterOrganisations, openCourses, registerFamilies, registerResidents } from './demo/put-in-place';

const howMany = 12;

async function seedPeople(address: string, tls: Config['grpc']['tls']): Promise<void> {
  await registerResidents(address, 1, howMany, tls);
  await registerFamilies(address, tls);
  await enterOrganisations(address, demoOrganisations, tls);
}

const parts = {
  residents: (address: string, tls: Config['grpc']['tls']) => seedPeople(address, tls),
  courses: (address: string, tls: Config['grpc']['tls']) => openCourses(address, demoCourses, tls),
};
const done = {
  residents: `resident-1 … resident-${howMany}, ${demoFamilies.length} families and ${demoOrganisations.length} organisations`,
  courses: `${demoCourses.length} courses`,
};

/** The two parts come from two callers, each with a certificate of its own in a secure city. */
async function seed(part: string | undefined): Promise<void> {
  if (part !== 'residents' && part !== 'courses') throw new Error('usage: seed.js residents | courses');
  const { mongo, grpc } = readConfig(environment);
  const now = await startClockAt(mongo.url, mongo.dbPrefix, firstDay);
  await parts[part](grpc.addresses[part === 'residents' ? 'residents' : 'employment'] ?? '', grpc.tls);
  // What departments knew of these people before.
  const known = part === 'residents' ? departmentsWithRecords : [];
  for (const name of known) await importRecords(name, grpc.addresses[name] ?? '', grpc.tls);
  process.stdout.write(`Demonstration data: ${done[part]}. The city's clock: ${now.toISOString()}\n`);
}

seed(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
