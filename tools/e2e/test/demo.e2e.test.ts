import { registerFamilies } from '../src/demo/put-in-place';
import { departmentsWithRecords, importRecords } from '../src/demo/records';
import { scenes } from '../src/demo/scenes';
import { type DemoStage, stageOf } from '../src/demo/stage';
import { type TestCity, startCity } from './harness/city';
import { testServers } from './harness/servers';

let city: TestCity;
let stage: DemoStage;
beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  city = await startCity({ name: 'demo', servers: testServers(), residents: 2, outside: true });
  await registerFamilies(city.address('residents'));
  for (const name of departmentsWithRecords) await importRecords(name, city.address(name));
  stage = stageOf({
    as: (role = '', sub = '', department = '') =>
      // Safe: the demonstration names roles alone.
      city.as({ role: role as Parameters<typeof city.as>[0]['role'], sub, department }),
    moveDays: city.moveDays,
  });
});
afterAll(async () => {
  jest.restoreAllMocks();
  await city?.stop();
});

// What `scripts/demo` shows to whoever tries the city first. The scenes share it, as they do there.
test.each(scenes.map((scene) => [scene.name, scene] as const))('the scene %s runs to its end', async (_, scene) => {
  const { status } = await scene(stage);
  expect(['completed', 'partly-granted']).toContain(status);
});
