import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST, type Service, outsideDepartments } from '@lianban/manifest';
import { checkout } from '../folders';
import { cityServices } from '../services/city-services';
import { folderOf } from '../services/deployables';

/** The chart's `services`: the facts of each manifest, followed by its values under `chart:`; and who takes part without a service. */
export const chartServices = (root = checkout): string => [...entries(root), outsiders(root)].join('');

const entries = (root: string): readonly string[] =>
  cityServices(root).map((service) =>
    entryOf(service, readFileSync(join(root, folderOf(service.name, root), MANIFEST), 'utf8')),
  );

function outsiders(root: string): string {
  const names = outsideDepartments(root).map(({ department }) => department);
  const about =
    '# Bodies that have no service here, and take part by Kafka with programs of their own: each has a topic.';
  return `${about}\noutsideDepartments: [${names.join(', ')}]\n`;
}

function entryOf(service: Service, manifest: string): string {
  const { name, kind, summary, exposed, calls, hears, projections } = service;
  const declared = [
    ...(kind === 'edge' ? ['kind: http', 'stores: false'] : []),
    ...(kind === 'department' ? ['department: true'] : []),
    ...(exposed ? ['exposed: true'] : []),
    ...listOf('calls', calls),
    ...listOf('consumes', hears),
    ...(projections ? ['projections: true'] : []),
    ...ownValues(manifest),
  ];
  if (declared.length === 0) return `  # ${summary}.\n  ${name}: {}\n`;
  return `  # ${summary}.\n  ${name}:\n${declared.map((line) => `    ${line}\n`).join('')}`;
}

/** Writes a list on one line if it is short enough. */
function listOf(key: string, all: readonly string[]): string[] {
  if (all.length === 0) return [];
  const line = `${key}: [${all.join(', ')}]`;
  return line.length <= 110 ? [line] : [`${key}:`, ...all.map((each) => `  - ${each}`)];
}

/** The lines below `chart:`, unchanged, with their comments. */
function ownValues(manifest: string): string[] {
  const block = /^chart:\n((?: {2}.*\n)+)/m.exec(manifest)?.[1] ?? '';
  return block
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.slice(2));
}
