import type { ServiceClient } from '@lianban/grpc';
import type { applications, casework } from '@lianban/protos';
import { answered } from '@lianban/testing';

type Materials = ServiceClient<typeof applications.v1.MaterialsServiceService>;

/** The smallest PNG, as it is kept: writing it anew changes nothing. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADElEQVQImWP4//8/AAX+Av5Y8msOAAAAAElFTkSuQmCC',
  'base64',
);

/** A PDF of one empty page, of about this many bytes. */
export const pdfOf = (bytes: number): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n${'%filling\n'.repeat(bytes / 9)}trailer<</Root 1 0 R>>\n%%EOF\n`,
  );
const nothing = Buffer.alloc(0);

/** An upload as the gateway sends it, in these parts. */
export async function* sent(
  parts: readonly Buffer[],
  { ownerId = 'r-1', type = 'image/png', agentId = '', name = '', whole = true } = {},
) {
  yield { header: { ownerId, agentId, type, name }, content: nothing, last: false };
  for (const content of parts) yield { header: undefined, content, last: false };
  if (whole) yield { header: undefined, content: nothing, last: true };
}

/** Copies of papers, uploaded by their owner, as an application names them. */
export const copies = (calls: Materials, ownerId: string, ...codes: string[]): Promise<casework.v1.Material[]> =>
  Promise.all(
    codes.map(async (code) => {
      const { reference } = answered(await calls.upload(sent([PNG], { ownerId })));
      return { code, grade: 'C', reference };
    }),
  );
