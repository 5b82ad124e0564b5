import { z } from 'zod';
import { applicationNumbers } from './domain/application-number';

const pattern = z.string().superRefine((text, context) => {
  try {
    applicationNumbers(text);
  } catch (error) {
    context.addIssue((error as Error).message);
  }
});

export const applicationsSettings = z.object({
  /** How this city writes its application numbers. */
  APPLICATION_NUMBER_PATTERN: pattern.default('LB{yyyymmdd}{seq:6}'),
  /** A folder of items and packages to use instead of the one that comes with the service. */
  CATALOGUE_FOLDER: z.string().optional(),
});
export type ApplicationsSettings = z.output<typeof applicationsSettings>;
