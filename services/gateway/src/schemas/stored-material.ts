import type { applications } from '@lianban/protos';
import { z } from 'zod';
import { named } from './components';

export const materialTypes = ['application/pdf', 'image/jpeg', 'image/png'];

const stored = z
  .object({
    reference: z.string().describe('To be named by an application or a supplement'),
    name: z.string().describe('As it was sent. It is not kept: people write names and numbers into it'),
    size: z.number(),
    type: z.string(),
    sha256: z.string().describe('Hex'),
    grade: z.literal('C').describe('A copy, until an officer has seen the original'),
  })
  .describe('An upload; removed after 7 days unless an application or a draft names it');
export const storedShape = named('StoredMaterial', stored);

export const storedView = (
  name: string,
  { reference, size, type, sha256 }: applications.v1.StoredMaterial,
): z.output<typeof stored> => ({ reference, name, size, type, sha256, grade: 'C' });
