/** What may be uploaded, each with the bytes it begins with. */
const BEGINNINGS = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
} as const;

export type FileType = keyof typeof BEGINNINGS;

/** Bytes of the beginning that are enough to tell. */
export const BEGINNING_BYTES = 8;

export const isFileType = (type: string): type is FileType => Object.hasOwn(BEGINNINGS, type);

/** Whether a content begins like what it is said to be: a name and a header can say anything. */
export const beginsLike = (type: FileType, beginning: Uint8Array): boolean =>
  BEGINNINGS[type].every((byte, at) => beginning[at] === byte);
