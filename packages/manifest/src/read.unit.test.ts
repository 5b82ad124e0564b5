import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadServices } from './read';

let root: string;
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'manifests-'))));
afterEach(() => rmSync(root, { recursive: true }));

const write = (folder: string, text: string): void => {
  mkdirSync(join(root, 'services', folder), { recursive: true });
  writeFileSync(join(root, 'services', folder, 'manifest.yaml'), text);
};
const applications = 'name: applications\nkind: city\nsummary: Takes in\nport: 1\npublishes: [applications.v1]\n';
const requests = 'requests: { departments: [casework.v1.StepRequested], performers: [steps.v1.StepRequested] }\n';
const payments = 'name: payments\nkind: city\nsummary: Takes money\nport: 3\npublishes: [payments.v1]\n';
const permits = 'name: permits\nkind: department\nsummary: Decides\nport: 14\n';

test('a department says no more than its name: the rest follows from its kind', () => {
  write('applications', `${applications}${requests}hears: [departments]\n`);
  write('gateway', 'name: gateway\nkind: edge\nsummary: The door\nport: 80\ncalls: [applications, departments]\n');
  write('departments/permits', permits);
  const [first, department, gateway] = loadServices(root);
  expect(first).toMatchObject({ name: 'applications', hears: ['permits.v1'] });
  expect(department).toMatchObject({
    publishes: ['permits.v1'],
    hears: ['applications.requests.permits.v1'],
    calls: [],
  });
  expect(department?.announces).toContain('casework.v1.StepDecided');
  expect(gateway).toMatchObject({ calls: ['applications', 'permits'], publishes: [], hears: [] });
});

test('a department hears a topic of its own choice beside what is asked of it', () => {
  write('applications', `${applications}${requests}`);
  write('departments/permits', `${permits}hears: [civil.v1]\n`);
  write('civil', 'name: civil\nkind: city\nsummary: Says\nport: 4\npublishes: [civil.v1]\n');
  expect(loadServices(root).at(-1)).toMatchObject({
    name: 'permits',
    hears: ['applications.requests.permits.v1', 'civil.v1'],
  });
});

test('who performs steps hears what is asked of it, says what became of it, and is heard', () => {
  write('applications', `${applications}${requests}hears: [departments, performers]\n`);
  write('departments/permits', permits);
  write('payments', `${payments}performs: payment\n`);
  const [first, second] = loadServices(root);
  expect(first).toMatchObject({ name: 'applications', hears: ['permits.v1', 'payments.v1'] });
  expect(second).toMatchObject({ name: 'payments', hears: ['applications.requests.payments.v1'] });
  expect(first?.requests).toEqual([
    { topic: 'applications.requests.permits.v1', messages: ['casework.v1.StepRequested'] },
    { topic: 'applications.requests.payments.v1', messages: ['steps.v1.StepRequested'] },
  ]);
  expect(second?.announces).toContain('steps.v1.StepFinished');
});

test.each([
  ['that decides', `${payments}performs: decision\n`, '"performs" is wrong'],
  ['without a topic', payments.replace('publishes: [payments.v1]', 'performs: payment'), 'publishes no topic'],
])('a city service %s is refused', (_, text, sentence) => {
  write('payments', text);
  expect(() => loadServices(root)).toThrow(sentence);
});

test('who calls the city calls every other service of that kind', () => {
  write('applications', `${applications}calls: [city]\n`);
  write('payments', 'name: payments\nkind: city\nsummary: Takes money\nport: 3\n');
  write('departments/permits', permits);
  write('gateway', 'name: gateway\nkind: edge\nsummary: The door\nport: 80\ncalls: [city]\n');
  const calls = Object.fromEntries(loadServices(root).map((service) => [service.name, service.calls]));
  expect(calls).toMatchObject({ applications: ['payments'], gateway: ['applications', 'payments'] });
});

test.each([
  ['an unknown key', `${permits}publishes: [permits.v1]\n`, ':5: "publishes" is not a known key here.'],
  ['a topic nobody publishes', `${permits}hears: [tax.v1]\n`, ':5: hears tax.v1, which no manifest publishes'],
  ['no summary', 'name: permits\nkind: department\nport: 14\n', ':1: "summary" is missing.'],
  ['a kind nobody knows', permits.replace('department', 'office'), ':2: "kind" is wrong'],
  ['another name than its folder', permits.replace('permits', 'licences'), ':1: the folder is called permits'],
  ['the name of the process of several', permits.replace('permits', 'host'), ':1: host is the process of several'],
  ['a port that is taken', permits.replace('14', '1'), ':4: port 1 is that of applications: 11 is free.'],
  ['a call to nobody', `${permits}calls: [tax]\n`, ':5: calls tax, which no manifest describes.'],
])('%s is refused with file and line', (_, text, sentence) => {
  write('applications', applications);
  write('departments/permits', text);
  expect(() => loadServices(root)).toThrow(`services/departments/permits/manifest.yaml${sentence}`);
});

test.each([
  ['an asker nobody hears', requests.trim(), 'only applications asks for steps'],
  ['a topic of somebody else', 'publishes: [tax.v1]', 'tax.v1 is not payments.vN'],
  ['a topic nobody publishes', 'hears: [tax.v1]', 'hears tax.v1, which no manifest publishes'],
])('of a city service, %s is refused', (_, line, sentence) => {
  write('payments', `name: payments\nkind: city\nsummary: Takes money\nport: 3\n${line}\n`);
  expect(() => loadServices(root)).toThrow(`services/payments/manifest.yaml:5: ${sentence}`);
});

test('an address is that of a service that speaks HTTP', () => {
  write('departments/permits', permits);
  write('web', 'name: web\nkind: edge\nsummary: Pages\nport: 20\naddresses: { API_URL: permits }\n');
  expect(() => loadServices(root)).toThrow('services/web/manifest.yaml:5: permits is no service that speaks HTTP');
});
