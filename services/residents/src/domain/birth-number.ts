import { checkCharacter } from '@lianban/input';

export interface Born {
  /** Six digits, of the register the child joins. */
  readonly district: string;
  /** YYYY-MM-DD */
  readonly birthDate: string;
  readonly sex: 'female' | 'male';
}

/**
 * The ID numbers a child born there on that day may have, in their order (GB 11643-1999): area, date, a sequence of three digits
 * that is odd for boys and even for girls, and the check character. The first that nobody has is the child's.
 */
export function* birthNumbers({ district, birthDate, sex }: Born): Generator<string> {
  for (let sequence = sex === 'male' ? 1 : 2; sequence < 1_000; sequence += 2) {
    const first17 = `${district}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
    yield first17 + checkCharacter(first17);
  }
}
