import type { Request } from 'express';
import { z } from 'zod';
import { Problem } from './problem';

/** All path parameters and their schemas. */
export const pathNames = {
  number: z
    .string()
    .regex(/^[0-9A-Za-z-]{1,64}$/)
    .describe('Application number 办件编号'),
  step: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
    .describe('Step of the application'),
  service: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,62}$/)
    .describe('Name of a service'),
  subject: z
    .string()
    .regex(/^[A-Za-z0-9_.-]{1,64}$/)
    .describe('Key of records: an application or a resident'),
  code: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
    .describe('Code of the package'),
  package: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
    .describe('Code of the package'),
  residentId: z
    .string()
    .regex(/^[\w.-]{1,64}$/)
    .describe('Id of a resident'),
  reference: z
    .string()
    .regex(/^FM[0-9a-f-]{36}$/)
    .describe('Reference of an upload'),
  key: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,128}$/)
    .describe('Idempotency-Key of letters, digits, "-" and "_"'),
  mandate: z
    .string()
    .regex(/^MD[0-9]{8,15}$/)
    .describe('Number of the mandate'),
  consent: z
    .string()
    .regex(/^[0-9A-Za-z-]{1,64}\.[a-z0-9-]{1,64}\.[a-z0-9-]{1,64}$/)
    .describe('Id of the consent'),
  read: z
    .string()
    .regex(/^[A-Za-z0-9_.-]{1,64}$/)
    .describe('Id of a line in the list of reads'),
  session: z.uuid().describe('Id of a session'),
  question: z
    .string()
    .regex(/^[A-Za-z0-9_-]{32}$/)
    .describe('Id of a question about a read'),
  writ: z
    .string()
    .regex(/^[1-9][0-9]{0,3}$/)
    .describe('Place of a document in its case, from 1'),
  correction: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .describe('Id of a correction of the register'),
};

export const namesIn = (path: string): (keyof typeof pathNames)[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as keyof typeof pathNames);

/** @throws Problem 404 for an ill-formed parameter: it names nothing that exists. */
export function readPath(req: Request, path: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of namesIn(path)) {
    const parsed = pathNames[name].safeParse(req.params[name]);
    if (!parsed.success) throw new Problem(404, 'not-found', `The ${name} in this address is not written like one.`);
    found[name] = parsed.data;
  }
  return found;
}
