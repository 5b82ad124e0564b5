import type { HeldMaterial } from '@lianban/rest-client';
import { ApiDown, ApiRefusal } from '../api/problem';
import type { RequestContext } from '../http/request-context';
import type { BilingualText } from '../page/reader';
import { apply } from '../i18n/apply';

export const isProblem = (of: readonly HeldMaterial[] | BilingualText): of is BilingualText => 'zh' in of;

/** The material's new upload or promise, nothing after a removal; or why the file was refused. */
export async function handedIn(
  { code }: { readonly code: string },
  { form, upload, calls }: RequestContext,
): Promise<readonly HeldMaterial[] | BilingualText> {
  if (form.act === 'remove') return [];
  if (form.act === 'promise') return [{ code, grade: 'D', reference: 'promised-online' }];
  if (!upload) return apply.fileMissing;
  try {
    const { reference, grade } = await calls.upload(upload);
    return [{ code, grade, reference }];
  } catch (error) {
    if (error instanceof ApiDown) return apply.fileFailed;
    if (!(error instanceof ApiRefusal) || error.status === 401 || error.status === 403) throw error;
    if (error.slug === 'uploads-of-a-day') return apply.filesOfADay;
    if (error.status === 409) return apply.filesMany;
    return error.status === 413 ? apply.fileLarge : apply.fileWrong;
  }
}
