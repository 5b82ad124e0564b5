import { randomBytes } from 'node:crypto';

/**
 * A prefix for the topics, groups and databases of one test file, new at every call: files that run at the same time
 * on the same servers do not see each other. It is legal in topic names and in database names.
 */
export function testPrefix(): string {
  return `t${randomBytes(4).toString('hex')}-`;
}
