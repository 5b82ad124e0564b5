import type { ServiceClient } from '@lianban/grpc';
import type { applications, casework } from '@lianban/protos';
import { answered } from '@lianban/testing';

type Materials = ServiceClient<typeof applications.v1.MaterialsServiceService>;

export const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const nothing = Buffer.alloc(0);

/** An upload as the gateway sends it, in these parts. */
export async function* sent(
  parts: readonly Buffer[],
  { ownerId = 'r-1', type = 'image/png', agentId = '', whole = true } = {},
) {
  yield { header: { ownerId, agentId, type }, content: nothing, last: false };
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
