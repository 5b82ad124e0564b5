import { CallFailed, type CallOptions } from '@lianban/grpc';
import { isRefusal } from '@lianban/model';
import type { casework } from '@lianban/protos';
import { etagOf } from '../http/preconditions';
import type { Ports } from '../ports';
import { type Relation, caseView } from '../schemas/case';

/**
 * Adds the text of objections, which `applications` stores, to a case. While that service is down, objections are shown by
 * their numbers alone: the officer's act has been done anyway.
 */
export async function wholeCase(
  of: casework.v1.Case,
  { applications, log }: Ports,
  call: CallOptions,
  conflict?: Relation,
) {
  const numbers = [...of.objections, ...of.dismissedObjections];
  const texts = numbers.length === 0 ? [] : await textsOf(of.ref, numbers);
  return { body: { ...caseView(of, texts), conflict }, etag: etagOf(of.version) };

  async function textsOf(ref: casework.v1.StepRef | undefined, objections: string[]) {
    const { applicationNumber = '', step = '' } = ref ?? {};
    try {
      const found = await applications.listObjections({ applicationNumber, step, objections }, call);
      return isRefusal(found) ? [] : found.objections;
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      log.warn({ err: error, case: of.id }, 'objections shown without their text');
      return [];
    }
  }
}
