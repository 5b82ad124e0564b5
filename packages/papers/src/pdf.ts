import { type Examined, LARGEST_PAPER, unfit } from './examined';

/** Bytes at the end in which a whole PDF says that it ends (ISO 32000-1, 7.5.5; readers look as far as this). */
const endWithin = 2048;

/**
 * A PDF as it is, if it opens without a password and its first and last page are there. One whose owner restricts printing or copying
 * opens like any other.
 */
export async function pdfFrom(bytes: Uint8Array): Promise<Examined> {
  if (bytes.length > LARGEST_PAPER) return unfit.large;
  const end = Buffer.from(bytes.subarray(-endWithin)).toString('latin1');
  if (!end.includes('%%EOF') && !end.includes('startxref')) return unfit.broken;
  const { getDocumentProxy } = await import('unpdf');
  try {
    // The reader keeps what it is given.
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    const { numPages } = document;
    if (numPages === 0) return unfit.broken;
    await document.getPage(1);
    await document.getPage(numPages);
    await document.loadingTask.destroy();
    return { type: 'application/pdf', content: bytes };
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? unfit.locked : unfit.broken;
  }
}
