import { isSeq, parseDocument } from 'yaml';
import { Problem } from '../problem';
import { pattern } from './copied';

/** infra/topics.yaml with the department's topic, heard by applications, and the department hearing theirs. */
export function withTopic(yaml: string, name: string): string {
  const list = parseDocument(yaml);
  list.addIn(['topics', 'applications.v1', 'consumedBy'], name);
  list.setIn(['topics', `${name}.v1`], list.createNode({ consumedBy: ['applications'] }));
  const heardBy = list.getIn(['topics', `${name}.v1`, 'consumedBy']);
  if (isSeq(heardBy)) heardBy.flow = true;
  return list.toString({ flowCollectionPadding: false, lineWidth: 0 });
}

/** The chart's values with the department among the services: called by the gateway, and both ways with applications. */
export function withChartService(yaml: string, name: string): string {
  const steps: readonly [RegExp, string][] = [
    [/(\n {2}gateway:\n(?: {4}.*\n)*? {4}calls: \[[^\]]+)/, `$1, ${name}`],
    [/(\n {2}applications:\n(?: {4}.*\n)*? {4}consumes: \[[^\]]+)/, `$1, ${name}.v1`],
    [new RegExp(`(\\n {2}${pattern}:\\n(?: {4}.*\\n)+)`), `$1  ${name}:\n    consumes: [applications.v1]\n`],
  ];
  return steps.reduce((text, [where, what]) => {
    if (!where.test(text))
      throw new Problem(`the chart's values have no place for ${name}: add it to services by hand`);
    return text.replace(where, what);
  }, yaml);
}

/** The chart's example of a site's MongoDB with a user of the department's own, beside its pattern's. */
export function withDatabaseUser(yaml: string, name: string): string {
  const user = new RegExp(`^ {4}- name: ${pattern}\\n(?: {6}.*\\n)+`, 'm').exec(yaml)?.[0];
  if (!user) throw new Problem(`the example of MongoDB has no user ${pattern}: add one for ${name} by hand`);
  return yaml.replace(user, user + user.replaceAll(new RegExp(`\\b${pattern}\\b`, 'g'), name));
}

/** The values that go with that example, with the department's Secret. */
export function withDatabaseSecret(yaml: string, name: string): string {
  const line = new RegExp(`^ {2}${pattern}: .*\\n`, 'm').exec(yaml)?.[0];
  if (!line) throw new Problem(`the example of MongoDB's values does not name ${pattern}: add ${name} by hand`);
  return yaml.replace(line, line + line.replaceAll(new RegExp(`\\b${pattern}\\b`, 'g'), name));
}

interface Lock {
  readonly packages: Readonly<Record<string, unknown>>;
}

/** package-lock.json as npm would write it with one workspace more, so that nothing need be fetched. */
export function withWorkspace(lock: string, name: string): string {
  const parsed = JSON.parse(lock) as Lock;
  const workspace = parsed.packages[`services/departments/${pattern}`];
  if (!workspace)
    throw new Problem(`package-lock.json does not know services/departments/${pattern}: npm install writes it anew`);
  const packages = {
    ...parsed.packages,
    [`node_modules/@lianban/${name}`]: { resolved: `services/departments/${name}`, link: true },
    [`services/departments/${name}`]: { ...workspace, name: `@lianban/${name}` },
  };
  const sorted = Object.entries(packages).sort(([one], [other]) => one.localeCompare(other, 'en'));
  return `${JSON.stringify({ ...parsed, packages: Object.fromEntries(sorted) }, undefined, 2)}\n`;
}
