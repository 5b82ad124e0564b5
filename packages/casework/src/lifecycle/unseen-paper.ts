import type { Material, StepRequest } from './item';

/**
 * Whether a case rests on a paper 材料 of which nobody saw the original: what came is the applicant's own copy or word, and the
 * catalogue asks for more than a promise 告知承诺. A rule may refuse such a case, but not grant it: only an officer can look.
 */
export const hasUnseenPaper = ({ materials }: StepRequest): boolean =>
  materials.some((page, at) => isUnseen(page) && !isShownLater(page, materials.slice(at + 1)));

const isUnseen = ({ grade, asked = '' }: Material): boolean => PAPER.test(asked) && !SEEN.test(grade);

/** Whoever saw the original after a copy had come saw what it is a copy of. */
const isShownLater = ({ code }: Material, later: readonly Material[]): boolean =>
  later.some((other) => other.code === code && SEEN.test(other.grade));

// 国办函〔2016〕108号: A bears an electronic seal, B was checked at a window, C is a copy, D a promise.
const PAPER = /^[ABC]$/;
const SEEN = /^[AB]$/;
