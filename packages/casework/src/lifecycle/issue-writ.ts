import { limitsIn } from './clock';
import type { CaseEvent } from './events';
import type { Ruling } from './item';
import type { CaseState, FiledCase } from './state';
import { type DecisionWrit, type Writ, WORDING, isDecision, lastDecided } from './writ';

/** None in cases whose acts were all of a release before writs. */
export const writsOf = (state: CaseState): readonly Writ[] =>
  state.status === 'unreceived' ? [] : (state.file.writs ?? []);

/** The case with the writ that `event` issues, if it issues one. */
export const withWrit = (state: CaseState, before: CaseState, event: CaseEvent): CaseState => {
  if (state.status === 'unreceived') return state;
  const kept = leavesRuling(event) && before.status === 'decided' ? keeping(state, before.ruling) : state;
  const { writs = [] } = kept.file;
  const issued = issuedBy(event, writs);
  return issued ? { ...kept, file: { ...kept.file, writs: [...writs, issued] } } : kept;
};

/** The refusal that a person looks at again, and the decision that is corrected, leave the case: their writ keeps them. */
const leavesRuling = ({ type }: CaseEvent): boolean => type === 'ReviewOpened' || type === 'CaseCorrected';

const keeping = (state: FiledCase, ruling: Ruling): FiledCase => {
  const { writs } = state.file;
  const place = writs ? lastDecided(writs) : -1;
  const last = writs?.[place];
  // A revocation says why by itself, and what it revoked has its own ruling since.
  if (writs === undefined || last === undefined || !isDecision(last)) return state;
  return { ...state, file: { ...state.file, writs: writs.with(place, { ...last, ruling }) } };
};

const issuedBy = (event: CaseEvent, before: readonly Writ[]): Writ | undefined => {
  const { at } = event;
  switch (event.type) {
    case 'CaseAccepted': {
      const { acceptedAt, deemed } = event;
      return {
        kind: 'acceptance',
        at,
        wording: WORDING,
        acceptedAt,
        ...limitsIn(event),
        ...(deemed && { deemed }),
      };
    }
    case 'SupplementAsked': {
      const { missing, answerBy, by } = event;
      return { kind: 'supplement', at, wording: WORDING, missing, answerBy, by };
    }
    case 'CasePaused': {
      const { reason, until, by } = event;
      // Of a supplement its own writ tells; a public notice is public.
      if (by !== 'officer' && by !== 'wait') return undefined;
      return { kind: 'pause', at, wording: WORDING, reason, ...(until && { until }) };
    }
    case 'CaseExtended': {
      const { days, reason } = event;
      return { kind: 'extension', at, wording: WORDING, days, reason, ...limitsIn(event) };
    }
    case 'CaseDecided':
      return decided(event.ruling, at, before);
    case 'CaseCorrected': {
      const { was, ruling, reason } = event;
      return was.outcome === 'granted' && ruling.outcome === 'refused'
        ? { kind: 'revocation', at, wording: WORDING, reason, ...replaced(before) }
        : { kind: 'correction', at, wording: WORDING, error: reason, ...replaced(before) };
    }
    case 'CaseCompensated':
      return { kind: 'revocation', at, wording: WORDING, reason: event.reason, ...replaced(before) };
    default:
      return undefined;
  }
};

/** A second decision that says something else corrects the first; one that says the same confirms it. */
const decided = ({ outcome }: Ruling, at: Date, before: readonly Writ[]): DecisionWrit => {
  const plain = outcome === 'granted' ? 'grant' : 'refusal';
  const last = before.findLast(isDecision);
  const said = last?.ruling?.outcome;
  const kind = said !== undefined && said !== outcome ? 'correction' : plain;
  return { kind, at, wording: WORDING, ...replaced(before) };
};

const replaced = (before: readonly Writ[]): { readonly replaces?: number } => {
  const place = lastDecided(before);
  return place < 0 ? {} : { replaces: place + 1 };
};
