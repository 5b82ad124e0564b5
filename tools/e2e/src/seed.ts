import { environment } from '@lianban/settings';
import { readConfig, startClockAt } from '@lianban/runtime';
import { firstDay } from './demo/city-time';
import { demoCourses, openCourses, registerResidents } from './demo/put-in-place';

const howMany = 12;

async function seed(): Promise<void> {
  const { mongo, grpc } = readConfig(environment);
  const now = await startClockAt(mongo.url, mongo.dbPrefix, firstDay);
  await registerResidents(grpc.addresses['residents'] ?? '', 1, howMany);
  await openCourses(grpc.addresses['employment'] ?? '', demoCourses);
  process.stdout.write(
    `Demonstration data: resident-1 … resident-${howMany}, ${demoCourses.length} courses. The city's clock: ${now.toISOString()}\n`,
  );
}

seed().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
