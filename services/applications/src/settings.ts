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
  APPLICATION_NUMBER_PATTERN: pattern
    .default('LB{yyyymmdd}{seq:6}')
    .describe(
      'how this city writes application numbers: capital letters, digits and "-", the day once, the running number last',
    ),
  CATALOGUE_FOLDER: z
    .string()
    .optional()
    .describe('a folder of items and packages to use instead of the one that comes with the service'),
});
export type ApplicationsSettings = z.output<typeof applicationsSettings>;
