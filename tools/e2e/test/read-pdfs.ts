import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What another program reads in a PDF. */
export interface ReadPdf {
  /** The text layer without spaces and line breaks. */
  readonly text: string;
  /** The tags of its structure, in reading order. */
  readonly tags: readonly string[];
  readonly title: string;
  readonly language: string;
  readonly isTagged: boolean;
  readonly pages: number;
}

export async function readPdfs(pdfs: readonly Uint8Array[]): Promise<readonly ReadPdf[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lianban-pdf-'));
  try {
    const paths = pdfs.map((_, place) => join(folder, `${place}.pdf`));
    await Promise.all(paths.map((path, place) => writeFile(path, pdfs[place]!)));
    const { stdout } = await promisify(execFile)(process.execPath, [join(__dirname, 'read-pdf.mjs'), ...paths]);
    return JSON.parse(stdout) as ReadPdf[];
  } finally {
    await rm(folder, { recursive: true });
  }
}
