import type { applications } from '@lianban/protos';
import { z } from 'zod';
import { named } from './components';

export const materialTypes = ['application/pdf', 'image/jpeg', 'image/png'];
/** What is sent may be of these; a picture is kept as JPEG or PNG. */
export const sentTypes = ['application/octet-stream', ...materialTypes, 'image/webp', 'image/avif'];

const stored = z
  .object({
    reference: z.string().describe('To be named by an application or a supplement'),
    name: z.string().describe('As it was sent'),
    size: z.number().describe('Bytes of what is kept: a photo is made smaller'),
    type: z.string().describe('Of what is kept, by its content'),
    sha256: z.string().describe('Hex'),
    grade: z.literal('C').describe('A copy, until an officer has seen the original'),
  })
  .describe('An upload; removed after 7 days unless an application or a draft names it');
export const storedShape = named('StoredMaterial', stored);

export const storedView = (
  name: string,
  { reference, size, type, sha256 }: applications.v1.StoredMaterial,
): z.output<typeof stored> => ({ reference, name, size, type, sha256, grade: 'C' });

const ownPaper = z.object({
  reference: z.string().describe('Its content: /api/me/materials/REFERENCE'),
  name: z.string().optional().describe('As it was sent; absent of what was uploaded before names were kept'),
  size: z.number(),
  type: z.string(),
  uploadedAt: z.string().optional(),
  used: z.boolean().describe('An application names it'),
  uses: z.array(z.object({ applicationNumber: z.string(), code: z.string() })),
});
export const ownPapersShape = named(
  'OwnPapers',
  z.object({ papers: z.array(ownPaper).describe('The newest 200, newest first') }),
);

export const ownPapersView = ({ papers }: applications.v1.ListMineResponse): z.output<typeof ownPapersShape> => ({
  papers: papers.flatMap(({ upload, used, uses }) => {
    if (!upload) return [];
    const { reference, name, size, type, uploadedAt } = upload;
    return [
      {
        ...{ reference, size, type, used },
        ...(name && { name }),
        ...(uploadedAt && { uploadedAt: uploadedAt.toISOString() }),
        uses: uses.map(({ applicationNumber, code }) => ({ applicationNumber, code })),
      },
    ];
  }),
});
