import PDFDocument from 'pdfkit';
import sharp from 'sharp';

/** A picture with a red left half and a blue right half: which way it is turned can be seen. */
export const halves = (width = 64, height = 32) =>
  sharp({ create: { width, height, channels: 3, background: '#00f' } }).composite([
    { input: { create: { width: width / 2, height, channels: 3, background: '#f00' } }, left: 0, top: 0 },
  ]);

/** As a phone held upright makes it: stored lying, with the place where it was taken. */
export const phonePhoto = (width?: number, height?: number): Promise<Buffer> =>
  halves(width, height)
    .jpeg()
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();

/** A PDF of one page, with these passwords. */
export function pdf(
  security: { readonly userPassword?: string; readonly ownerPassword?: string } = {},
): Promise<Buffer> {
  const document = new PDFDocument({ ...security, pdfVersion: '1.7' });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part)).text('A paper');
  const { promise, resolve } = Promise.withResolvers<Buffer>();
  document.on('end', () => resolve(Buffer.concat(parts)));
  document.end();
  return promise;
}

const box = (...brands: readonly string[]): Buffer => {
  const [major = '', ...others] = brands;
  const content = Buffer.from(`ftyp${major}\0\0\0\0${others.join('')}`, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length + 4);
  return Buffer.concat([length, content, Buffer.alloc(64)]);
};
/** The beginnings of what iPhones and some Android phones make. */
export const heic = [box('heic', 'mif1', 'heic'), box('mif1', 'mif1', 'heic'), box('hevc', 'msf1')];
