import { existsSync } from 'node:fs';

/** A font file with Chinese glyphs and, of a collection (.ttc), the PostScript name of the face in it. */
export interface FontFile {
  readonly path: string;
  readonly face?: string;
}

const NOTO_FACE = 'NotoSansCJKsc-Regular';

/** Where distributions and this project's image put Noto Sans CJK (package fonts-noto-cjk, SIL Open Font Licence 1.1). */
const usualPlaces: readonly FontFile[] = [
  { path: '/app/fonts/NotoSansCJK-Regular.ttc', face: NOTO_FACE },
  { path: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', face: NOTO_FACE },
  { path: '/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc', face: NOTO_FACE },
  { path: '/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc', face: NOTO_FACE },
  { path: '/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc', face: NOTO_FACE },
];

/** The font of `setting`, a path with "#FACE" for a face of a collection; else the first there is in a usual place. */
export function findFont(
  setting: string | undefined,
  exists: (path: string) => boolean = existsSync,
): FontFile | undefined {
  if (setting === undefined) return usualPlaces.find(({ path }) => exists(path));
  const [path = '', face] = setting.split('#', 2);
  if (!exists(path)) return undefined;
  const known = face ?? (path.endsWith('.ttc') ? NOTO_FACE : undefined);
  return known === undefined ? { path } : { path, face: known };
}
