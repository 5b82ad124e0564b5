import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Built into the service's own output, which it serves under /desk/. In development the API is another process's. */
export default defineConfig({
  base: '/desk/',
  plugins: [react()],
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
