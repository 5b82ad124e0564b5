import { type Examined, LARGEST_SENT, unfit } from './examined';
import { pictureFrom } from './image';
import { kindOf } from './kind';
import { pdfFrom } from './pdf';

/** What a file is, and the paper made of it; or why it can be none. It runs foreign decoders: call it through an `Examiner`. */
export async function examine(bytes: Uint8Array): Promise<Examined> {
  if (bytes.length === 0) return unfit.empty;
  if (bytes.length > LARGEST_SENT) return unfit.large;
  const kind = kindOf(bytes);
  if (kind === undefined) return unfit.type;
  if (kind === 'heic') return unfit.heic;
  return kind === 'pdf' ? pdfFrom(bytes) : pictureFrom(kind, bytes);
}
