import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeDepartments, loadCatalogue } from '@lianban/applications';
import type { CaseEvent } from '@lianban/casework';
import type { Department } from '@lianban/rest-client';
import { stepKinds } from '@lianban/steps';
import { wordOf } from '../../../services/desk/src/client/i18n/codes';
import { lexiconOf } from '../../../services/desk/src/client/i18n/lexicon';
import { refusals } from '../../../services/desk/src/client/i18n/refusals';
import { zh } from '../../../services/desk/src/client/i18n/zh';
import { statusCode } from '../../../services/desk/src/client/view/step-words';

const root = join(__dirname, '..', '..', '..');
const source = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The codes that follow these properties in source files: `reason: 'public-notice'` gives "public-notice". */
function codesIn(files: readonly string[], before: RegExp, holding = /./): string[] {
  const sources = files
    .flatMap((pattern) => globSync(join(root, pattern)))
    .filter((file) => !/\.test\.ts$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .filter((text) => holding.test(text));
  const code = new RegExp(`(?:${before.source})\\s*'([a-z]+(?:-[a-z]+)*)'`, 'g');
  return [...new Set(sources.flatMap((text) => [...text.matchAll(code)].map(([, found]) => found ?? '')))];
}

const catalogue = loadCatalogue();
const lexicon = lexiconOf(describeDepartments(catalogue) as readonly Department[]);
// Names of items and materials come from the packages, which the desk reads.
const named = new Set(catalogue.items.flatMap(({ code, materials }) => [code, ...materials.map((each) => each.code)]));
const unnamed = wordOf('of-tomorrow', 'zh-CN', lexicon);
const wordless = (codes: readonly string[]) =>
  codes.filter((code) => !named.has(code) && [unnamed, code].includes(wordOf(code, 'zh-CN', lexicon)));

const departmentCode = ['services/departments/*/src/*.ts', 'services/departments/*/src/domain/*.ts'];
const casework = ['packages/casework/src/*/*.ts'];
const counter = [
  'services/applications/src/submit.ts',
  'services/applications/src/domain/{submit,eligible,handed-in}.ts',
  'services/applications/src/catalogue/{answers,consents}.ts',
];
const theDesk = ['services/gateway/src/routes/{desk*,assignee,coded-reason}.ts'];

/** The events that may have changed a case last. The compiler demands a line for a new event. */
const changes: Readonly<Record<CaseEvent['type'], true>> = {
  CaseReceived: true,
  SupplementAsked: true,
  SupplementGiven: true,
  CaseAccepted: true,
  DatesSet: true,
  CaseHandedOver: true,
  FactAsked: true,
  FactLearnt: true,
  FactFailed: true,
  FactOutdated: true,
  FactWithheld: true,
  WaitStarted: true,
  WaitEnded: true,
  CasePaused: true,
  CaseResumed: true,
  ExtensionAsked: true,
  CaseExtended: true,
  ExtensionRefused: true,
  DecisionAsked: true,
  DecisionDeclined: true,
  DecisionAskLapsed: true,
  AskWithdrawn: true,
  ExtensionLapsed: true,
  NoticeOpened: true,
  NoticeRanOut: true,
  NoticeWithdrawn: true,
  NoticeObjected: true,
  ObjectionAdded: true,
  ReviewOpened: true,
  ObjectionDismissed: true,
  CaseDecided: true,
  CorrectionAsked: true,
  CorrectionDeclined: true,
  CorrectionAskLapsed: true,
  CaseCorrected: true,
  CaseClaimed: true,
  CaseReleased: true,
  CaseReassigned: true,
  CaseCancelled: true,
  CaseCompensated: true,
};

test('the desk has a text for each event that changes a case, in both languages', () => {
  expect(wordless(Object.keys(changes))).toEqual([]);
});

test('the desk has a text for every reason code of rules and casework', () => {
  const given = codesIn([...departmentCode, ...casework], /reason:|why:|refusal\(|handedOver:|gaveUp\(/);
  expect(given).toEqual(expect.arrayContaining(['level-below-two', 'no-notice-open', 'residents-did-not-answer']));
  // A case that a rule cannot decide goes to an officer with the rule's refusal; one without facts from residents, with theirs.
  const handedOver = codesIn(departmentCode, /refused:|refuse\(/, /\bEvidence\b/);
  expect(handedOver).toContain('inspection-invalid');
  const withoutFacts = ['consent-missing', 'consent-revoked', 'resident-not-found', 'purpose-unknown', 'case-unknown'];
  expect(wordless([...given, ...handedOver, 'application-incomplete', ...withoutFacts])).toEqual([]);
});

test('the desk has a name for every department, and for every fact of its decisions and requests', () => {
  const { departments, items } = catalogue;
  const needed = codesIn(departmentCode, /needs: \(\) => \[/);
  expect(needed).toEqual(expect.arrayContaining(['seat', 'means']));
  const facts = items.flatMap((item) => item.facts.map(({ name }) => name));
  expect(wordless([...departments.map(({ name }) => name), ...needed, ...facts])).toEqual([]);
});

test('the desk has a text for every step status, ending, and entry of the timeline', () => {
  const lines = codesIn(['services/applications/src/domain/{timeline,decision-progress}.ts'], /what:|line\(event,/);
  const ofKinds = Object.entries(stepKinds).flatMap(([kind, { progress }]) => [
    ...progress,
    ...['granted', 'refused', 'compensated'].map((status) => statusCode(status, kind)),
  ]);
  expect(ofKinds).toEqual(expect.arrayContaining(['payable', 'paid']));
  const statuses = codesIn(['services/applications/src/domain/application.ts'], /\n {2}\|/);
  const endings = /type Ending = ([^;]*);/.exec(source('services/applications/src/domain/events.ts'))?.[1] ?? '';
  const standing = [...statuses, ...endings.replaceAll("'", '').split(' | ')];
  expect(lines.length).toBeGreaterThan(15);
  expect(standing).toEqual(expect.arrayContaining(['not-needed', 'partly-granted']));
  expect(wordless([...lines, ...standing, ...ofKinds])).toEqual([]);
});

test('the desk has a sentence for every refusal of the casework and of its routes', () => {
  const slugs = codesIn([...casework, ...counter, ...theDesk], /refuse\(|refused:|return refuse\(|Problem\(\d+,/);
  const ownSentences = source('services/desk/src/client/shell/problem-words.ts');
  expect(slugs).toEqual(expect.arrayContaining(['held-by-another', 'limit-passed', 'age-outside', 'no-desk']));
  expect(slugs.filter((slug) => !(slug in refusals) && !ownSentences.includes(`'${slug}':`))).toEqual([]);
});

test('the desk has a name for every part of the means that residents answers', () => {
  const rules = globSync(join(root, 'services/departments/*/src/domain/*.ts')).map((file) =>
    readFileSync(file, 'utf8'),
  );
  const means = rules.map((text) => /interface Means \{([^}]*)\}/.exec(text)?.[1] ?? '').join('\n');
  const message = /message Means \{([^}]*)\}/.exec(source('protos/residents/v1/residents.proto'))?.[1] ?? '';
  const names = [
    ...[...means.matchAll(/readonly (\w+)\??:/g)].map(([, name]) => name ?? ''),
    ...[...message.matchAll(/ (\w+) = \d+;/g)].map(([, name]) =>
      (name ?? '').replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    ),
  ];
  expect(names).toEqual(expect.arrayContaining(['monthlyIncomeCents', 'severeDisability', 'ownMonthlyIncomeCents']));
  expect(wordless(names)).toEqual([]);
});

test('the desk has a name for every question between departments, and for every part of its answer', () => {
  const contracts = globSync(join(root, 'protos/*/v1/questions.proto')).map((file) => readFileSync(file, 'utf8'));
  const told = contracts.filter((text) => text.includes('service QuestionsService')).join('\n');
  const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const parts = [...told.matchAll(/ (\w+) = \d+;/g)].map(([, name]) => camel(name ?? ''));
  const questions = [...told.matchAll(/rpc Ask(\w+)\(/g)].map(([, name]) => (name ?? '').toLowerCase());
  expect(questions).toEqual(expect.arrayContaining(['contributions', 'registration']));
  expect(wordless([...questions, ...parts])).toEqual([]);
});

test('every text of the desk exists in both languages', () => {
  expect(
    Object.entries(refusals).filter(([, [chinese, english]]) => !/\p{Script=Han}/u.test(chinese) || !english),
  ).toEqual([]);
  expect(Object.values(zh).every(Boolean)).toBe(true);
});
