import type { residents } from '@lianban/protos';
import type { CallContext } from '@lianban/grpc';
import { type Refusal, isRefusal } from '@lianban/model';
import type { App } from '@lianban/runtime';
import { permitted } from './consents';
import { ITSELF, type Purposes, basisOf } from './domain/legal-basis';
import type { ProvenCase } from './proven-cases';
import { type Recorded, personOf } from './reading';

/** The departments that tell others something. */
export const tellersOf = (purposes: Purposes): ReadonlySet<string> =>
  new Set([...purposes.values()].flat().flatMap(({ from }) => (from === ITSELF ? [] : [from])));

interface Ports {
  readonly purposes: () => Purposes;
  readonly proven: ProvenCase;
  readonly recorded: Recorded;
}

/**
 * Whether a department may tell another one something about a resident, and if so the read: by the same list of purposes and the
 * same proof of the case as what this service tells itself, so that the rule and the book are in one place. The department that
 * calls is the one that tells.
 */
export const answerRecorder =
  (app: App, { purposes, proven, recorded }: Ports) =>
  async (
    { residentId, purpose, asker, question }: residents.v1.RecordAnswerRequest,
    call: CallContext,
  ): Promise<residents.v1.RecordReadResponse | Refusal> => {
    const person = await personOf(app, residentId);
    if (isRefusal(person)) return person;
    const asked = { from: call.caller, question };
    const asking = { ...call, caller: asker };
    const no = await permitted(app, { purposes, proven }, residentId, purpose, asking, asked);
    if (no) return no;
    const basis = basisOf(purposes(), { purpose: purpose?.purpose ?? '', ...asked })?.basis;
    return (
      (await recorded(
        residentId,
        { caseId: '', purpose: '', ...purpose, ...(basis && { basis }) },
        [question],
        asking,
      )) ?? {}
    );
  };
