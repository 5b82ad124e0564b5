import type { HeldMaterial } from '@lianban/rest-client';
import { ownPapers } from '../api/own-papers';
import type { Upload } from '../api/api';
import { ApiDown, ApiRefusal } from '../api/problem';
import type { RequestContext } from '../http/request-context';
import type { BilingualText } from '../page/reader';
import { fileProblems, files } from '../i18n/files';

/** What is held so far → what is held then. */
export type HeldChange = (held: readonly HeldMaterial[]) => readonly HeldMaterial[];

export const isProblem = (of: HeldChange | BilingualText): of is BilingualText => 'zh' in of;

/** More than this is read to its end and told, without asking the API. */
const largestForm = 20 * 1024 * 1024 + 16 * 1024;

const isPromise = ({ grade }: HeldMaterial): boolean => grade === 'D';

/** One material's new page, promise or removed page; or why the file was refused. */
export async function handedIn(
  { code }: { readonly code: string },
  { form, upload, calls }: RequestContext,
): Promise<HeldChange | BilingualText> {
  const isOf = (each: HeldMaterial) => each.code === code;
  const add = (more: HeldMaterial): HeldChange => {
    // A promise gives way to the paper itself.
    return (held) => [...held.filter((each) => !isOf(each) || !(isPromise(each) || isPromise(more))), more];
  };
  if (form.act === 'remove') {
    const { reference } = form;
    return (held) => held.filter((each) => !isOf(each) || (reference !== undefined && each.reference !== reference));
  }
  if (form.act === 'promise') return add({ code, grade: 'D', reference: 'promised-online' });
  if (form.act === 'reuse') {
    const found = (await ownPapers(calls)).find(({ reference }) => reference === form.reference);
    return found ? add({ code, grade: 'C', reference: found.reference }) : files.failed;
  }
  if (!upload) return files.missing;
  if (Number(upload.length ?? 0) > largestForm) return tooLarge(upload);
  try {
    const { reference, grade } = await calls.upload(upload);
    return add({ code, grade, reference });
  } catch (error) {
    return problemOf(error);
  }
}

/** A browser that is still sending shows no page: the form is read to its end first. */
async function tooLarge({ body }: Upload): Promise<BilingualText> {
  for await (const part of body) void part;
  return files.large;
}

function problemOf(error: unknown): BilingualText {
  if (error instanceof ApiDown) return fileProblems[error.slug ?? ''] ?? files.failed;
  if (!(error instanceof ApiRefusal) || error.status === 401 || error.status === 403) throw error;
  const known = fileProblems[error.slug];
  if (known) return known;
  // A proxy between here and the API says less.
  if (error.status === 413) return files.large;
  return error.status === 415 ? files.wrong : files.failed;
}
