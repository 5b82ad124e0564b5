/** What a file is by its first bytes. `heic`: known, but not decodable with the codecs that may be shipped. */
export type Kind = 'pdf' | 'jpeg' | 'png' | 'webp' | 'avif' | 'heic';

/** A PDF's header may stand anywhere in the first kilobyte (ISO 32000-1, annex H.3.4). */
const pdfHeaderWithin = 1024;

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

/** Judged by content alone: names and types that clients declare say anything. Undefined for what is none of these. */
export function kindOf(bytes: Uint8Array): Kind | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, pdfHeaderWithin));
  const text = head.toString('latin1');
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp';
  if (text.slice(4, 8) === 'ftyp') return heifKind(head);
  return text.includes('%PDF-') ? 'pdf' : undefined;
}

/** The brands of an ISO base media file (ISO/IEC 14496-12, ftyp): AVIF names `avif` among them, also beside a general `mif1`. */
function heifKind(head: Buffer): Kind | undefined {
  const end = Math.min(head.length, head.readUInt32BE(0));
  const brands: string[] = [];
  for (let at = 8; at + 4 <= end; at += 4) if (at !== 12) brands.push(head.toString('latin1', at, at + 4));
  if (brands.includes('avif')) return 'avif';
  return brands.some((brand) => heicBrands.has(brand)) ? 'heic' : undefined;
}
