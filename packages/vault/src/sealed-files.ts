import type { FileStore } from '@lianban/mongo';
import { openContent, sealContent } from './content-seal';
import type { Vault } from './vault';

const placeOf = (id: string): string => `contents/${id}`;

/** Contents sealed on their way into a store. @param writes whether what is written is sealed */
export function sealedFiles(files: FileStore, vault: Vault, writes = true): FileStore {
  return {
    ...files,
    async write(id, content) {
      if (!writes) return files.write(id, content);
      const sealed = await sealContent(vault, content, placeOf(id));
      return files.write(id, sealed.content, { key: sealed.key });
    },
    read: (id) => openContent(vault, files.read(id), placeOf(id)),
    async replace(id, content) {
      const sealed = await sealContent(vault, content, placeOf(id));
      return files.replace(id, sealed.content, { key: sealed.key });
    },
  };
}
