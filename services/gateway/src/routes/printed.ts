import { refuse } from '@lianban/model';
import type { casework } from '@lianban/protos';
import type { FileAnswer } from '../http/route';
import type { Sheet } from '../pdf/sheet';
import type { Ports } from '../ports';

export const noSuchWrit = refuse('writ-not-found', 'There is no such document.');

export const writAt = ({ writs }: casework.v1.ListWritsResponse, place: string): casework.v1.Writ | undefined =>
  writs.find((writ) => String(writ.place) === place);

/** A sheet as a file. Drawing takes a processor's time, so each person has a limit of their own. */
export async function printed(
  sheet: Sheet,
  name: string,
  person: string,
  { printer, rates }: Ports,
): Promise<FileAnswer> {
  await rates.printing(person);
  const pdf = await printer.print(sheet);
  return { type: 'application/pdf', size: pdf.length, name: `${name}.pdf`, content: whole(pdf) };
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
