import { z } from 'zod';
import { named } from './components';
import { personId } from './common';

/** Whom an application is about 办理对象, when not the applicant. */
export const about = named(
  'About',
  z
    .strictObject({
      kind: z.enum(['child', 'newborn', 'dead']).describe('newborn: in no register yet, so without a residentId'),
      residentId: personId.optional().describe('Of a child or the dead, who belong to the applicant’s household'),
    })
    .describe('Whom it is about, when not the applicant'),
);
