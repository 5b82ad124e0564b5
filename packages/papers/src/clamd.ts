import { connect } from 'node:net';

export type Scanned = 'clean' | 'infected' | 'away';
/** Says whether a virus scanner finds something in a file; `away` when it cannot tell. */
export type Scan = (bytes: Uint8Array) => Promise<Scanned>;

const CHUNK = 64 * 1024;
const longestAnswer = 4096;

/**
 * A client of clamd's INSTREAM: the content in parts, each after its length in four bytes, and a length of zero at the end
 * (clamd(8)). Anything but a plain "OK" or "FOUND" counts as away: what was not scanned is not clean.
 */
export const clamd =
  ({ host, port, withinMs = 30_000 }: { host: string; port: number; withinMs?: number }): Scan =>
  (bytes) =>
    new Promise((resolve) => {
      const socket = connect({ host, port });
      let answer = '';
      const end = (scanned: Scanned) => {
        socket.destroy();
        resolve(scanned);
      };
      const late = setTimeout(end, withinMs, 'away');
      socket
        .setEncoding('latin1')
        .on('data', (text: string) => {
          answer = (answer + text).slice(0, longestAnswer);
          if (answer.includes('\0')) end(readAnswer(answer));
        })
        .on('error', () => end('away'))
        .on('close', () => {
          clearTimeout(late);
          end('away');
        })
        .on('connect', () => send(bytes, (part) => socket.write(part)));
    });

function send(bytes: Uint8Array, write: (part: Uint8Array) => void): void {
  write(Buffer.from('zINSTREAM\0'));
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const part = bytes.subarray(at, at + CHUNK);
    write(lengthOf(part.length));
    write(part);
  }
  write(lengthOf(0));
}

const lengthOf = (bytes: number): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
};

const readAnswer = (answer: string): Scanned =>
  answer === 'stream: OK\0' ? 'clean' : /^stream: .* FOUND\0$/.test(answer) ? 'infected' : 'away';
