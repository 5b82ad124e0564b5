import { createHash } from 'node:crypto';
import type { ReadLine } from './domain/read-question';

/** The same line is the same question, however often it is asked and whoever looks again. */
export const questionId = ({ residentId, reader, department, caseId, purpose }: ReadLine): string =>
  createHash('sha256')
    .update(JSON.stringify([residentId, reader, department, caseId, purpose]))
    .digest('base64url')
    .slice(0, 32);
