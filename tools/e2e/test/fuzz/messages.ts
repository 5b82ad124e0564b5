import type { Chance } from './chance';

const varint = (value: number): Buffer => {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    bytes.push(left >= 128 ? (left % 128) + 128 : left);
    if (left < 128) return Buffer.from(bytes);
  }
};
const field = (number: number, content: Buffer): Buffer =>
  Buffer.concat([varint(number * 8 + 2), varint(content.length), content]);

const levels = 3_000;
const deep = structOf(levels);

/** Struct.fields (1) → entry.value (2) → Value.struct_value (5), nested `depth` times. */
function structOf(depth: number): Buffer {
  const heads: Buffer[] = [];
  let length = 0;
  for (let level = 0; level < depth; level++)
    for (const number of [5, 2, 1]) {
      const head = Buffer.concat([varint(number * 8 + 2), varint(length)]);
      heads.push(head);
      length += head.length;
    }
  return Buffer.concat(heads.reverse());
}

/** A message that contains a Struct of three thousand levels in each of the given fields. */
export const deepMessage = (...fields: readonly number[]): Buffer =>
  Buffer.concat(fields.map((number) => field(number, deep)));

/** A message that nearly every type can decode: texts, numbers and messages in its first fields. */
export function anyMessage(chance: Chance, depth = 0): Buffer {
  const parts: Buffer[] = [];
  for (let number = 1; number <= 14; number++)
    switch (chance.below(5)) {
      case 0:
        break;
      case 1:
        parts.push(varint(number * 8), varint(chance.pick([0, 1, 2, 99, 2 ** 31, 2 ** 52])));
        break;
      case 2:
        if (depth < 2) parts.push(field(number, anyMessage(chance, depth + 1)));
        break;
      default:
        parts.push(field(number, Buffer.from(depth === 0 ? chance.text() : chance.text().slice(0, 50))));
    }
  return Buffer.concat(parts);
}
