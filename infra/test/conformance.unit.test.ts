import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Service } from '@lianban/manifest';
import { parse } from 'yaml';
import { checkout } from '../src/folders';
import { cityServices } from '../src/services/city-services';
import { folderOf } from '../src/services/deployables';

const services = cityServices().map((service) => [service.name, service] as const);
const storing = services.filter(([, { kind }]) => kind !== 'edge');
const text = (...path: string[]) => readFileSync(join(checkout, ...path), 'utf8');
const chart = join('charts', 'resident-services', 'files');

/** The monitoring of a service of each kind: dashboards with a filter by service, and alerts. */
const watched: Record<Service['kind'], { dashboards: string[]; alerts: string[] }> = {
  department: {
    dashboards: ['department', 'outbox', 'consumer'],
    alerts: ['OutboxOld', 'RecordsWaiting', 'KeysParked', 'DeadlinesLate'],
  },
  city: { dashboards: ['department', 'outbox'], alerts: ['OutboxOld'] },
  edge: { dashboards: ['slo'], alerts: ['EventLoopBlocked'] },
};
const rules = parse(text(chart, 'rules.yaml')) as {
  groups: { rules: { alert?: string; annotations?: { runbook_url?: string } }[] }[];
};
const runbookOf = (alert: string): string | undefined =>
  rules.groups.flatMap((group) => group.rules).find((rule) => rule.alert === alert)?.annotations?.runbook_url;

test.each(services)(
  '%s has a README that names the topics it speaks on, and what a department hears',
  (name, service) => {
    const readme = text(folderOf(name), 'README.md');
    const named = [...service.publishes, ...(service.kind === 'department' ? service.hears : [])];
    expect(named.filter((topic) => !readme.includes(`\`${topic}\``))).toEqual([]);
  },
);

test.each(services)(
  '%s is seen on dashboards, and an alert with a runbook says when it is gone or ill',
  (_, { kind }) => {
    for (const dashboard of watched[kind].dashboards)
      expect(text(chart, 'dashboards', `${dashboard}.json`)).toMatch(
        /by \([^)]*\b(service|app_kubernetes_io_name|publisher)\b/,
      );
    for (const alert of ['ServiceAbsent', ...watched[kind].alerts].map((each) => `Lianban${each}`)) {
      const runbook = runbookOf(alert)?.replace('RUNBOOKS', 'docs/sre/runbooks');
      expect([alert, runbook && existsSync(join(checkout, runbook))]).toEqual([alert, true]);
    }
  },
);

/** Field names of personal data in the code; a list of names after one is a setting of how it is stored. A new one belongs here and into the manifest. */
const ofPersons =
  /^ {2}(?:readonly )?(residentId|subjectId|ownerId|principalId|agentId|forId|district|communityCode|birthDate|idIndex|sealed|names|answers|materials|earlier|known|findings|members|monthlyIncomeCents|savingsCents|severeDisability|officer|holder|filedBy|reader|assistedBy|takenOverBy|phone|address|idNumber|income|email)\??:(?! \[)/gm;

/** The source that describes what a service stores: its domain and, for a department, the lifecycle of cases. */
const sourcesOf = ({ name, kind }: Service): string =>
  [
    `${folderOf(name)}/src/domain`,
    ...(kind === 'department' ? ['packages/casework/src/lifecycle', 'packages/casework/src/office'] : []),
  ]
    .flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: checkout }))
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => text(file))
    .join('\n');

test.each(storing)('%s lists its personal data, with purpose and retention', (_, service) => {
  const listed = service.personalData.map(({ field }) => field);
  const kept = [...sourcesOf(service).matchAll(ofPersons)].map(([, field]) => field!);
  expect([...new Set(kept)].filter((field) => !listed.includes(field)).toSorted()).toEqual([]);
});

test.each(storing)('%s lists no personal data that the code does not store', (_, service) => {
  const source = sourcesOf(service);
  const gone = service.personalData.filter(({ field }) => !new RegExp(`\\b${field}\\??:`).test(source));
  expect(gone).toEqual([]);
});
