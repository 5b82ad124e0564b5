import path from 'node:path';
import sharp from 'sharp';
import { type Paper, openExaminer } from '../src';
import { halves, heic, pdf, phonePhoto } from './samples';

const { examine, preview } = openExaminer();
const paperOf = async (bytes: Uint8Array): Promise<Paper> => {
  const found = await examine(bytes);
  if ('refused' in found) throw new Error(found.refused);
  return found;
};
const refusalOf = async (bytes: Uint8Array): Promise<string | undefined> => {
  const found = await examine(bytes);
  return 'refused' in found ? found.refused : undefined;
};
const cut = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length * 0.6));

describe('pictures', () => {
  test('a photo is turned upright and loses the place where it was taken', async () => {
    const sent = await phonePhoto();
    expect((await sharp(sent).metadata()).exif?.includes('Phone')).toBe(true);
    const { type, content } = await paperOf(sent);
    const { width, height, exif, xmp, orientation } = await sharp(content).metadata();
    expect([type, width, height, exif, xmp, orientation]).toEqual([
      'image/jpeg',
      32,
      64,
      undefined,
      undefined,
      undefined,
    ]);
    // The left half is the upper one after a turn to the right.
    const { data } = await sharp(content)
      .extract({ left: 16, top: 4, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[0]! > 200 && data[2]! < 60).toBe(true);
  });

  test('what a phone hangs behind the picture is not kept', async () => {
    const { content } = await paperOf(Buffer.concat([await phonePhoto(), Buffer.from('MotionPhoto_Data at 31N')]));
    expect(Buffer.from(content).includes('MotionPhoto')).toBe(false);
  });

  test('a large one is shrunk to A4 at 300 dpi', async () => {
    const { content } = await paperOf(await halves(6000, 4000).jpeg().toBuffer());
    expect(await sharp(content).metadata()).toMatchObject({ width: 3508, height: 2339 });
  });

  test('WebP and AVIF become JPEG, a PNG stays one', async () => {
    expect((await paperOf(await halves().webp().toBuffer())).type).toBe('image/jpeg');
    expect((await paperOf(await halves().avif().toBuffer())).type).toBe('image/jpeg');
    expect((await paperOf(await halves().png().toBuffer())).type).toBe('image/png');
  });

  test('a preview is small in pixels and bytes; of what is no picture there is none', async () => {
    const small = await preview(await halves(3508, 2000).png().toBuffer());
    if ('refused' in small) throw new Error(small.refused);
    expect(await sharp(small.content).metadata()).toMatchObject({ format: 'jpeg', width: 240 });
    expect(small.content.length).toBeLessThan(15_000);
    expect(await preview(await pdf())).toMatchObject({ refused: 'file-broken' });
  });

  test('one with more pixels than can be held is refused before it is decoded', async () => {
    const bomb = await sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect([bomb.length < 2_000_000, await refusalOf(bomb)]).toEqual([true, 'image-too-large']);
  });
});

describe('PDFs', () => {
  test('are kept byte for byte, also when the owner restricts printing', async () => {
    for (const sent of [await pdf(), await pdf({ ownerPassword: 'owner' })])
      expect(Buffer.from((await paperOf(sent)).content).equals(sent)).toBe(true);
  });

  test('that open with a password only are told as such', async () => {
    expect(await refusalOf(await pdf({ userPassword: 'secret', ownerPassword: 'owner' }))).toBe('file-locked');
  });
});

test.each<[string, () => Promise<Buffer> | Buffer, string]>([
  ['0 bytes', () => Buffer.alloc(0), 'file-empty'],
  ['a text', () => Buffer.from('just text'), 'material-type'],
  ['a page of the web', () => Buffer.from('<script>alert(1)</script>'), 'material-type'],
  ['the signature of a PNG', () => Buffer.from('89504e470d0a1a0a', 'hex'), 'file-broken'],
  ['a PNG cut off', async () => cut(await halves(300, 300).png({ compressionLevel: 0 }).toBuffer()), 'file-broken'],
  ['a JPEG cut off', async () => cut(await halves(600, 600).jpeg().toBuffer()), 'file-broken'],
  ['a WebP cut off', async () => cut(await halves(600, 600).webp().toBuffer()), 'file-broken'],
  ['100 bytes of a PDF', async () => (await pdf()).subarray(0, 100), 'file-broken'],
  ['most of a PDF', async () => cut(await pdf()), 'file-broken'],
  ['a PDF without pages', () => Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF'), 'file-broken'],
  ['HEIC', () => heic[0]!, 'file-heic'],
  ['HEIC under its general brand', () => heic[1]!, 'file-heic'],
  ['a burst of HEIC', () => heic[2]!, 'file-heic'],
  ['21 MB', () => Buffer.alloc(21 * 1024 * 1024, '\xff\xd8\xff', 'latin1'), 'material-too-large'],
])('%s: told what it is', async (_, sent, slug) => {
  expect(await refusalOf(await sent())).toBe(slug);
});

describe('the process that reads', () => {
  const worker = path.join(__dirname, 'dying-worker.js');
  const fine = Buffer.from([2]);

  test('a file that kills it is refused, and the next one read', async () => {
    const frail = openExaminer({ worker });
    const answers = await Promise.all([frail.examine(Buffer.from([1])), frail.examine(fine)]);
    expect(answers).toMatchObject([{ refused: 'file-broken' }, { type: 'application/pdf' }]);
  });

  test('a file that keeps it busy is refused, and the next one read', async () => {
    // Long enough for the next file on a machine that does much else.
    const slow = openExaminer({ worker, withinMs: 1_000 });
    expect(await slow.examine(Buffer.from([3]))).toMatchObject({ refused: 'file-broken' });
    expect(await slow.examine(fine)).toMatchObject({ type: 'application/pdf' });
  });

  test('whoever would wait behind too many is told to come again', async () => {
    const { examine: read } = openExaminer({ worker });
    const answers = await Promise.all(Array.from({ length: 20 }, () => read(fine)));
    expect(answers.filter((each) => 'refused' in each && each.refused === 'overloaded')).toHaveLength(4);
  });
});
