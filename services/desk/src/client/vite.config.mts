import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { type Plugin, defineConfig } from 'vite';

/** Built into the service's own output, which it serves under /desk/. In development the API is another process's. */
export default defineConfig({
  base: '/desk/',
  plugins: [react(), compressed()],
  // Its sources: what is compiled beside them is for Node.
  resolve: {
    alias: {
      '@lianban/input': fileURLToPath(new URL('../../../../packages/input/src/index.ts', import.meta.url)),
      '@lianban/rest-client': fileURLToPath(new URL('../../../../packages/rest-client/src/index.ts', import.meta.url)),
    },
  },
  // In the place of this text stands another word in every answer: who makes a style has to know it.
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: '../../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1700,
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:7480', '/auth': 'http://127.0.0.1:7480' } },
});

/** Writes each program and style a second time, compressed with Brotli at its best: once here, and not at each start of the service. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (!/\.(js|css)$/.test(name)) continue;
        const plain = Buffer.from(file.type === 'chunk' ? file.code : file.source);
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
        };
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(plain, { params }));
      }
    },
  };
}
