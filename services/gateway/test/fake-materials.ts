import { applications } from '@lianban/protos';
import type { Materials } from '../src/ports';

const stored = applications.v1.StoredMaterial.fromPartial({
  reference: 'FM00000000-0000-4000-8000-000000000000',
  type: 'image/png',
  size: 3,
  sha256: 'aa',
});

export const fakeMaterials: Materials = {
  async upload(requests) {
    let size = 0;
    for await (const { content } of requests) size += content.length;
    return { ...stored, size };
  },
  preview: async () => ({ content: Buffer.from('small') }),
  listMine: async () =>
    applications.v1.ListMineResponse.fromPartial({
      papers: [
        { upload: { ...stored, name: '户口本.png' }, used: true, uses: [{ applicationNumber: 'A-1', code: 'plan' }] },
      ],
    }),
  describe: async () => stored,
  async *download() {
    yield { content: Buffer.from('abc') };
  },
  discard: async () => ({}),
};
