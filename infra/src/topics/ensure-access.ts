import {
  type AclEntry,
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  type Admin,
  ResourcePatternTypes,
} from 'kafkajs';
import { adminClient, type BrokerSecurity } from '../stack/kafka-ready';
import { type Access, accessOf, sentenceOf } from './access-lists';
import type { TopicList } from './topic-list';

export interface AccessReport {
  readonly given: readonly string[];
  /** Permissions beyond the list; they are only reported. */
  readonly beyond: readonly string[];
}

const operations = {
  read: AclOperationTypes.READ,
  write: AclOperationTypes.WRITE,
  describe: AclOperationTypes.DESCRIBE,
};
const resources = { topic: AclResourceTypes.TOPIC, group: AclResourceTypes.GROUP };

const entryOf = ({ user, resource, name, operation, isPrefix }: Access): AclEntry => ({
  principal: `User:${user}`,
  host: '*',
  operation: operations[operation],
  permissionType: AclPermissionTypes.ALLOW,
  resourceType: resources[resource],
  resourceName: name,
  resourcePatternType: isPrefix ? ResourcePatternTypes.PREFIXED : ResourcePatternTypes.LITERAL,
});
const keyOf = (entry: AclEntry): string =>
  [
    entry.principal,
    entry.host,
    entry.operation,
    entry.permissionType,
    entry.resourceType,
    entry.resourceName,
    entry.resourcePatternType,
  ].join(' ');

async function found(admin: Admin): Promise<AclEntry[]> {
  const answer = await admin.describeAcls({
    resourceType: AclResourceTypes.ANY,
    resourcePatternType: ResourcePatternTypes.ANY,
    operation: AclOperationTypes.ANY,
    permissionType: AclPermissionTypes.ANY,
  });
  return answer.resources.flatMap(({ acls, ...resource }) => acls.map((acl) => ({ ...acl, ...resource })));
}

const nameIn = (names: object, value: number) => Object.entries(names).find(([, each]) => each === value)?.[0] ?? value;
const described = (entry: AclEntry): string =>
  [
    `${entry.principal} from ${entry.host}:`,
    nameIn(AclPermissionTypes, entry.permissionType),
    nameIn(AclOperationTypes, entry.operation),
    nameIn(AclResourceTypes, entry.resourceType),
    entry.resourceName,
    entry.resourcePatternType === ResourcePatternTypes.PREFIXED ? '…' : '',
  ]
    .join(' ')
    .trimEnd();

/**
 * Grants each service, as a user of its own, the permissions the list of topics declares. Further permissions are reported
 * and left alone, because somebody may need them. Safe to run at any time.
 * @param options.pattern see accessOf
 * @throws kafkajs' error when the broker refuses, as one without access lists does.
 */
export async function ensureAccess(
  brokers: string,
  { pattern, prefix, list, security }: { pattern: string; prefix: string; list: TopicList; security: BrokerSecurity },
): Promise<AccessReport> {
  const wanted = accessOf(list, { pattern, prefix });
  const admin = adminClient(brokers, 5, security).admin();
  await admin.connect();
  try {
    const there = await found(admin);
    const has = new Set(there.map(keyOf));
    const missing = wanted.filter((access) => !has.has(keyOf(entryOf(access))));
    if (missing.length > 0) await admin.createAcls({ acl: missing.map(entryOf) });
    const listed = new Set(wanted.map((access) => keyOf(entryOf(access))));
    const ours = new Set(wanted.map(({ user }) => `User:${user}`));
    const beyond = there.filter((entry) => ours.has(entry.principal) && !listed.has(keyOf(entry)));
    return { given: missing.map(sentenceOf), beyond: beyond.map(described) };
  } finally {
    await admin.disconnect();
  }
}

/** The report for a terminal; one line when nothing was changed. */
export function describeAccess({ given, beyond }: AccessReport): string[] {
  const lines = [...given, ...beyond.map((sentence) => `beyond the list, kept: ${sentence}`)];
  return lines.length > 0 ? lines : ['access is as listed'];
}
