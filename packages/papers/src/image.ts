import sharp, { type Metadata, type Sharp } from 'sharp';
import { type Examined, LARGEST_PAPER, unfit } from './examined';
import type { Kind } from './kind';

/** Pixels of the longer side: A4 at 300 dots an inch. */
const LONGEST_SIDE = 3508;
/** Pixels of a picture that is decoded as a whole, at 4 bytes each. */
const MOST_PIXELS = 36_000_000;
/** A baseline JPEG is shrunk while it is read; phones of 2026 take up to 200 megapixels. */
const MOST_PIXELS_OF_BASELINE = 220_000_000;
const QUALITIES = [85, 65];

sharp.cache(false);
sharp.concurrency(1);

/**
 * Decodes a picture to its last line and writes it anew: upright by its EXIF orientation, at most A4 at 300 dpi, in sRGB and without any
 * metadata. So neither GPS nor what stands behind the picture's end is kept, whatever part of the file it was in.
 */
export async function pictureFrom(kind: Exclude<Kind, 'pdf' | 'heic'>, bytes: Uint8Array): Promise<Examined> {
  try {
    const about = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (about.width * about.height > mostPixels(kind, about)) return unfit.pixels;
    const upright = () =>
      sharp(bytes, { limitInputPixels: false, failOn: 'error' })
        .autoOrient()
        .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
        .toColourspace('srgb');
    const drawn = kind === 'png' ? await upright().png().toBuffer() : undefined;
    if (drawn && drawn.length <= LARGEST_PAPER) return { type: 'image/png', content: drawn };
    return await photo(upright);
  } catch {
    return unfit.broken;
  }
}

const mostPixels = (kind: Kind, { isProgressive }: Metadata): number =>
  kind === 'jpeg' && !isProgressive ? MOST_PIXELS_OF_BASELINE : MOST_PIXELS;

async function photo(upright: () => Sharp): Promise<Examined> {
  for (const quality of QUALITIES) {
    const content = await upright().flatten({ background: '#fff' }).jpeg({ quality }).toBuffer();
    if (content.length <= LARGEST_PAPER) return { type: 'image/jpeg', content };
  }
  return unfit.large;
}

/** Pixels of the longer side of a preview, of some kilobytes. */
const PREVIEW_SIDE = 240;

/** A small JPEG of a kept picture, for its owner to know it again. */
export async function previewOf(bytes: Uint8Array): Promise<Examined> {
  try {
    const small = sharp(bytes, { limitInputPixels: MOST_PIXELS })
      .resize({ width: PREVIEW_SIDE, height: PREVIEW_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' });
    return { type: 'image/jpeg', content: await small.jpeg({ quality: 60 }).toBuffer() };
  } catch {
    return unfit.broken;
  }
}
