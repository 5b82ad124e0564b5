import type { Case } from '@lianban/rest-client';

type Material = Case['materials'][number];

/** One page that was uploaded: the viewer can show it. */
export interface PaperPage extends Material {
  /** From 1, among those of its paper. */
  readonly nth: number;
}

/** How a page is looked at. */
export interface Look {
  /** 1 fits the width. */
  readonly zoom: number;
  /** Degrees to the right: 0, 90, 180 or 270. */
  readonly turned: number;
}

const upload = /^FM[0-9a-f-]{36}$/;

export const isUploaded = ({ reference }: Pick<Material, 'reference'>): boolean => upload.test(reference);

/** A case's materials as papers: those of one code are its pages, in the order they came. */
export function papersOf(materials: readonly Material[]): readonly { code: string; pages: readonly PaperPage[] }[] {
  const codes = [...new Set(materials.map(({ code }) => code))];
  return codes.map((code) => ({
    code,
    pages: materials.filter((each) => each.code === code).map((page, at) => ({ ...page, nth: at + 1 })),
  }));
}

/** Every page that can be shown, in the order of the list. */
export const pagesToShow = (materials: readonly Material[]): readonly PaperPage[] =>
  papersOf(materials).flatMap(({ pages }) => pages.filter(isUploaded));
