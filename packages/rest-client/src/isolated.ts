const isolate = '\u2068';
const end = '\u2069';
const controls = /[\u202a-\u202e\u2066-\u2069]/g;
const turning =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A person's text as part of a sentence: what is written from right to left in it, or turns the direction, moves nothing beside it. A text
 * without such characters stays as it is, so that nobody copies invisible ones out of a page. Where a text is an element of its own,
 * `<bdi>` or `dir="auto"` does the same.
 */
export const isolated = (text: string): string =>
  turning.test(text) ? isolate + text.replaceAll(controls, '') + end : text;
