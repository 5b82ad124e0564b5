import { z } from 'zod';
import { sealForOf } from './request-keys';
import { applicationNumbers } from './domain/application-number';

const pattern = z.string().superRefine((text, context) => {
  try {
    applicationNumbers(text);
  } catch (error) {
    context.addIssue((error as Error).message);
  }
});

const requestKeys = z.string().transform((folder, context) => {
  const read = sealForOf(folder);
  if (!('wrong' in read)) return read.sealFor;
  context.addIssue({ code: 'custom', message: read.wrong });
  return z.NEVER;
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
  REQUEST_KEYS_FOLDER: requestKeys
    .optional()
    .describe(
      'a folder with a file for each department, by its name, of keys as in `DATA_KEYS`: what is asked of it is sealed under the first. To a department without one, answers go in the clear',
    ),
});
export type ApplicationsSettings = z.output<typeof applicationsSettings>;
