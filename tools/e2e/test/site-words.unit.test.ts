import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogue } from '@lianban/applications';
import { purposesOf } from '@lianban/residents';
import type { ReadField } from '../../../services/gateway/src/http/route';
import { stepKinds } from '@lianban/steps';
import { fields, purposes } from '../../../services/web/src/i18n/reads';
import { happeningName, statusOf } from '../../../services/web/src/i18n/steps';

const services = join(__dirname, '..', '..', '..', 'services');
const sourceOf = (pattern: string): string =>
  globSync(join(services, pattern))
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
const quoted = (text: string): string[] => [...text.matchAll(/'([\w ()-]+)'/g)].map(([, found]) => found ?? '');

/** The parts that the gateway writes into the book of reads. The compiler demands a line for a new part. */
const looks: Readonly<Record<ReadField, true>> = {
  case: true,
  answers: true,
  'earlier-results': true,
  means: true,
  facts: true,
  papers: true,
  paper: true,
  objections: true,
  result: true,
  documents: true,
  rehearsal: true,
  notes: true,
  entitlement: true,
  application: true,
};

/** The parts that the service residents writes there: the lists it records, and the facts of the register for prefilling. */
function recordedByResidents(): string[] {
  const source = sourceOf('residents/src/*.ts');
  const lists = [
    ...source.matchAll(/\b(?:meansFields|detailFields|fields) = \[([^\]]*)\]/g),
    ...source.matchAll(/\brecorded\([^[\n]*\[([^\]]*)\]/g),
  ];
  const facts = /FACTS[^{]*\{([\s\S]*?)\n\}/.exec(sourceOf('residents/src/domain/prefill.ts'))?.[1] ?? '';
  const names = [...facts.matchAll(/^ {2}'?([a-z-]+)'?:/gm)].map(([, name]) => name ?? '');
  return [...lists.flatMap(([, list]) => quoted(list ?? '')), ...names];
}

test('the page of who read my data has a text for every part that gateway and residents record', () => {
  const recorded = recordedByResidents();
  expect(recorded).toEqual(expect.arrayContaining(['ID number', 'severe disability', 'address', 'savings-cents']));
  expect([...Object.keys(looks), ...recorded].filter((field) => !Object.hasOwn(fields, field))).toEqual([]);
});

test('a step has words for every status of its kind, in both languages', () => {
  const unnamed = statusOf('of-tomorrow').name;
  for (const [kind, { progress }] of Object.entries(stepKinds))
    for (const status of [...progress, 'granted', 'refused', 'compensated']) {
      const isStatus = !['resumed', 'extended', 'limits-set', 'objection-dismissed'].includes(status);
      if (isStatus) expect([kind, status, statusOf(status, kind).name]).not.toEqual([kind, status, unnamed]);
      const told = status === 'supplement' ? 'supplement-requested' : status;
      expect([kind, told, happeningName({ what: told }, kind)]).not.toEqual([
        kind,
        told,
        happeningName({ what: 'of-tomorrow' }),
      ]);
    }
});

test('and for every purpose they record, those of the register’s law and of the desk’s disclosure among them', () => {
  const ofCode = ['gateway/src/routes/*.ts', 'residents/src/*.ts'].flatMap((files) =>
    [...sourceOf(files).matchAll(/purpose: '([a-z-]+)'/g)].map(([, purpose]) => purpose ?? ''),
  );
  const ofDesk = sourceOf('desk/src/client/case/person-panel.tsx').matchAll(/\['([a-z-]+)', 'purpose\w+'\]/g);
  const all = [...ofCode, ...[...ofDesk].map(([, purpose]) => purpose ?? ''), ...purposesOf().keys()];
  expect(all).toEqual(expect.arrayContaining(['prefill', 'mandate', 'check-identity', 'counter-intake']));
  const items = new Set(loadCatalogue().items.map(({ code }) => code));
  expect(all.filter((purpose) => !items.has(purpose) && !Object.hasOwn(purposes, purpose))).toEqual([]);
});
