/**
 * Rows A6 and FE of GB 18030 held characters that Unicode did not have yet: older systems and fonts still give private-use code
 * points for them, and 䶮 from an ID card reader is another character than 䶮 from a keyboard.
 */
interface Row {
  readonly first: number;
  readonly trails: readonly number[];
}
const rowFe: Row = { first: 0xe815, trails: [...range(0x50, 0x7e), ...range(0x80, 0xa0)] };
const rowA6: Row = { first: 0xe78d, trails: range(0xd9, 0xdf) };

// GB 18030-2022 moved them to planes that decoders of GB 18030-2005 do not reach.
const later = new Map([
  [0xe816, 0x20087],
  [0xe817, 0x20089],
  [0xe818, 0x200cc],
  [0xe831, 0x215d7],
  [0xe83b, 0x2298f],
  [0xe855, 0x241fe],
]);

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, nth) => from + nth);
}

const decoder = new TextDecoder('gb18030');
const rowOf = (lead: number, { first, trails }: Row) =>
  trails.map((trail, nth) => [first + nth, decoder.decode(Uint8Array.of(lead, trail))] as const);

const standard = new Map([
  ...rowOf(0xa6, rowA6),
  ...rowOf(0xfe, rowFe),
  ...[...later].map(([from, to]) => [from, String.fromCodePoint(to)] as const),
]);

/** The character where Unicode has it now; one that is private for another reason stays as it is. */
export const standardCharacter = (character: string): string => standard.get(character.codePointAt(0)!) ?? character;
