import type { Refusal } from '@lianban/model';

/** What may be kept. */
export const PAPER_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type PaperType = (typeof PAPER_TYPES)[number];

/** Bytes of one paper as it is kept. */
export const LARGEST_PAPER = 10 * 1024 * 1024;
/** Bytes of one file as it is sent: a photo is made smaller before it is kept. */
export const LARGEST_SENT = 20 * 1024 * 1024;

/** A file fit to be kept. A photo is another file than the one that was sent: turned upright, shrunk, without metadata. */
export interface Paper {
  readonly type: PaperType;
  readonly content: Uint8Array;
}

/** A paper, or why the file is none, in a stable slug and a sentence that says what to do. */
export type Examined = Paper | Refusal;

const of = (refused: string, detail: string): Refusal => ({ refused, detail, pointer: '/file' });

/** Why a file cannot be kept. */
export const unfit = {
  empty: of('file-empty', 'The file is empty: 0 bytes. Choose it again, or take the photo again.'),
  type: { refused: 'material-type', detail: 'Only PDF, JPEG, PNG, WebP and AVIF are taken, whatever the name says.' },
  heic: of('file-heic', 'HEIC cannot be read here: let the phone take photos as JPEG, or send a screenshot of it.'),
  broken: of('file-broken', 'The file cannot be read to its end: it is damaged or was cut. Make or scan it again.'),
  locked: of('file-locked', 'The PDF opens with a password only: save it without one, and send that.'),
  pixels: of('image-too-large', 'The picture has too many pixels: take it with a lower resolution.'),
  infected: of('file-infected', 'The virus scanner found something in this file: it was not kept. Send another copy.'),
  large: { refused: 'material-too-large', detail: 'A file may have 20 MB at most, and a PDF 10 MB: make it smaller.' },
  unscanned: { refused: 'scanner-away', detail: 'Files cannot be checked for viruses now: send it again in a minute.' },
  busy: { refused: 'overloaded', detail: 'Too many files at once: send it again in a minute.' },
} as const satisfies Record<string, Refusal>;
