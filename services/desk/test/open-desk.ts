import { listen } from '@lianban/runtime';
import { loadDesk } from '../src/built-desk';
import { createDesk } from '../src/desk';

export interface OpenDesk {
  readonly url: string;
  send(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** The desk on a free port. @param folder with what the bundler made; without it, what it really made */
export async function openDesk(folder?: string, isReady = () => true): Promise<OpenDesk> {
  const server = await listen(createDesk(loadDesk(folder), isReady), '127.0.0.1', 0, 30_000);
  const url = `http://127.0.0.1:${server.port}`;
  return { url, send: (path, init) => fetch(url + path, init), close: () => server.stop(0) };
}
