import { identifierOf, titleOf } from '../scaffold/name';

const service = (name: string) => `import { join } from 'node:path';
import { department } from '@lianban/casework';
import { items } from './items';

/** ${titleOf(name)}: decides by the rules of its items. */
export const ${identifierOf(name)} = department({ name: '${name}', folder: join(__dirname, '..'), items });
`;

const items = `import type { ItemRules } from '@lianban/casework';
import { registration } from './domain/registration';

export const items: readonly ItemRules[] = [registration];
`;

const registration = (name: string) => `import type { Evidence, ItemRules, Verdict } from '@lianban/casework';

/** Item ${name}-registration: granted to whoever agrees, answers { agreed: boolean }. */
export const registration: ItemRules = { code: '${name}-registration', rule };

function rule({ request }: Evidence): Verdict {
  const met = request.answers.agreed === true;
  return {
    outcome: met ? 'granted' : 'refused',
    reason: met ? 'agreed' : 'not-agreed',
    facts: {},
    grounds: [{ code: 'agrees', version: '1', met }],
  };
}
`;

const registrationTest = (name: string) => `import { join } from 'node:path';
import { loadDepartment } from '@lianban/catalogue';
import { type Evidence, type Facts, type Item, cataloguedItems } from '@lianban/casework';
import { items } from '../items';

const [registration] = cataloguedItems(items, loadDepartment(join(__dirname, '..', '..'))) as [Item];

const evidence = (answers: Facts): Evidence => ({
  request: {
    applicationNumber: 'LB20260302000001',
    step: 'registration',
    item: registration.code,
    department: '${name}',
    residentId: 'r-1',
    district: '410105',
    answers,
    earlier: {},
    materials: [],
    decidedBy: 'rule',
    statutoryDays: 20,
    promisedDays: 5,
    requestedAt: new Date('2026-03-02T01:00:00Z'),
  },
  known: {},
  findings: {},
  now: new Date('2026-03-03T01:00:00Z'),
});

test('granted to whoever agrees', () => {
  expect(registration.missing(evidence({ agreed: true }).request)).toEqual([]);
  expect(registration.rule(evidence({ agreed: true }))).toMatchObject({ outcome: 'granted', reason: 'agreed' });
});

test('refused to whoever does not', () => {
  expect(registration.rule(evidence({ agreed: false }))).toMatchObject({ outcome: 'refused', reason: 'not-agreed' });
});

test.each([{}, { agreed: 'yes' }])('the answer is asked for when it is not there: %j', (answers) => {
  expect(registration.missing(evidence(answers).request)).toMatchObject([{ code: 'agreed' }]);
});
`;

const cases = (
  name: string,
) => `/** Cases that bring out every ground the rules give, each with the reason it is decided for. */
export const cases = [{ item: '${name}-registration', answers: { agreed: true }, reason: 'agreed' }];
`;

const readme = (name: string) => `# ${titleOf(name)}

Decides: \`${name}-registration\`, by rule: granted to whoever agrees.

Hears: \`applications.requests.${name}.v1\` – steps asked of \`${name}\`, supplements, objections, cancellations, compensations.

Says: \`${name}.v1\` – what every department says of a step (\`casework.v1\`).

The rules are in \`src/domain/\`, one file an item, listed in \`src/items.ts\`. What residents can apply for is in
\`catalogue.yaml\`; a package asks for it as \`${name}/${name}-registration@1\`.
`;

const catalogue = (name: string) => `department: ${name}
topic: ${name}.v1
name: { zh: ${titleOf(name)}, en: ${titleOf(name)} }
complaints: { zh: 拨打 12345 政务服务便民热线。, en: Call the city hotline 12345. }
# The words of the grounds its rules give, by their codes; {names} are places for their facts.
grounds:
  - code: agrees
    rule: { zh: 待填写, en: To be filled in }
    text: { zh: 须经居民本人同意。, en: The resident must agree. }
# Codes of its own in words: reasons its rules give, names of facts, values of facts.
words:
  - { code: agreed, label: { zh: 本人同意, en: Agreed } }
  - { code: not-agreed, label: { zh: 本人不同意, en: Not agreed } }
items:
  - code: ${name}-registration
    version: 1
    name: { zh: ${titleOf(name)} registration, en: ${titleOf(name)} registration }
    description: { zh: 同意后即登记。, en: Whoever agrees is registered. }
    # One of the seven service areas of packages/catalogue/src/areas.ts.
    area: social-welfare
    synonyms: { zh: [], en: [] }
    whoCanApply: { zh: 本市居民, en: Residents of the city }
    legalBasis:
      - { zh: 待填写, en: To be filled in }
    # Working days.
    statutoryDays: 20
    promisedDays: 5
    feeCents: 0
    decidedBy: rule
    answers:
      - { name: agreed, label: { zh: 本人同意, en: The resident agrees }, type: boolean, required: true }
`;

const packageJson = (name: string) => `{
  "name": "@lianban/${name}",
  "version": "0.1.0",
  "private": true,
  "license": "Apache-2.0",
  "main": "dist/index.js",
  "types": "dist/index.d.ts",
  "lianban": {
    "reads": [
      "catalogue.yaml"
    ]
  },
  "dependencies": {
    "@lianban/casework": "*",
    "@lianban/runtime": "*"
  },
  "devDependencies": {
    "@lianban/catalogue": "*"
  }
}
`;

const tsconfig = `{
  "extends": "../../../tsconfig.base.json",
  "compilerOptions": { "rootDir": "src", "outDir": "dist" },
  "include": ["src"],
  "exclude": ["**/*.test.ts"],
  "references": [{ "path": "../../../packages/casework" }, { "path": "../../../packages/runtime" }]
}
`;

const manifest = (name: string, port: number) => `name: ${name}
kind: department
summary: ${titleOf(name)}
port: ${port}
`;

/** What a new department begins with: one item, decided by a rule, and its place in the catalogue. By path in the checkout. */
export const starterFiles = (name: string, port: number): Map<string, string> =>
  new Map([
    [`services/departments/${name}/README.md`, readme(name)],
    [`services/departments/${name}/manifest.yaml`, manifest(name, port)],
    [`services/departments/${name}/package.json`, packageJson(name)],
    [`services/departments/${name}/tsconfig.json`, tsconfig],
    [`services/departments/${name}/src/service.ts`, service(name)],
    [`services/departments/${name}/src/items.ts`, items],
    [`services/departments/${name}/src/domain/registration.ts`, registration(name)],
    [`services/departments/${name}/src/domain/registration.unit.test.ts`, registrationTest(name)],
    [`services/departments/${name}/test/cases.ts`, cases(name)],
    [`services/departments/${name}/catalogue.yaml`, catalogue(name)],
  ]);
