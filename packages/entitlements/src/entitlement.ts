import type { Month } from './month';

/** How often it is paid. The amount is that of a month, or of a year where it is paid once a year. */
export type Period = 'month' | 'quarter' | 'year';

/** Whose it is. */
export interface Holder {
  readonly kind: 'person' | 'household';
  readonly id: string;
}

/** An amount in fen from a month on; without one it is not counted by this city. */
export interface Sum {
  readonly from: Month;
  readonly amountFen?: number;
  /** Why it is another one from then on, as a code; absent of the first. */
  readonly cause?: string;
}

/** An amount known beforehand to come later. */
export interface Step extends Omit<Sum, 'cause'> {
  /** Why, as a code. */
  readonly cause: string;
}

/** When it must be looked at again. */
export interface Recheck {
  /** YYYY-MM-DD */
  readonly by: string;
  readonly everyMonths: number;
  /** What a missed one does: it is suspended from the next month on, or somebody is told and nothing else happens. */
  readonly missed: 'suspend' | 'tell';
}

/** What is granted. */
export interface Terms {
  readonly department: string;
  /** By the code of its item. */
  readonly benefit: string;
  readonly caseId: string;
  readonly holder: Holder;
  /** Who is paid: a resident. */
  readonly payeeId: string;
  readonly district: string;
  readonly period: Period;
  /** The first month that is paid for. */
  readonly from: Month;
  /** The last one. */
  readonly until?: Month;
  readonly amountFen?: number;
  /** Amounts known beforehand to come later, the next one first: with a birthday, with a year. */
  readonly steps?: readonly Step[];
  readonly recheck?: Recheck;
}

/** Months not paid for: from the first to before the last; without a last one they go on. With arrears they were paid after all. */
export interface Suspension {
  readonly from: Month;
  readonly to?: Month;
  readonly cause: string;
  readonly arrears?: boolean;
}

export interface Stop {
  /** The first month that is not paid for. */
  readonly from: Month;
  readonly cause: string;
  /** It was never due: what fell due until then is all overpaid. */
  readonly isRevoked?: true;
}

/** What an officer asked for and a second person has not answered 复核. */
export interface AskedAct {
  readonly act: 'stop' | 'resume';
  readonly from: Month;
  readonly cause: string;
  readonly arrears: boolean;
  readonly officer: string;
  readonly at: Date;
}

export interface OverpaidMonth {
  readonly month: Month;
  readonly amountFen: number;
}

/** An entitlement 待遇 that has started. */
export interface Entitlement extends Terms {
  readonly id: string;
  /** The amounts so far, the first month first. */
  readonly sums: readonly Sum[];
  readonly suspensions: readonly Suspension[];
  readonly stop?: Stop;
  readonly overpaid: readonly OverpaidMonth[];
  /** It was told that the recheck of this day is due. */
  readonly toldOf?: string;
  /** YYYY-MM-DD, by when it must be looked at: its own recheck, or one that a death or a move asks for. Absent once it has stopped. */
  readonly lookBy?: string;
  readonly asked?: AskedAct;
}

/** Without terms it has not started. */
export type EntitlementState = Entitlement | { readonly id: string; readonly from?: undefined };

export const isStarted = (state: EntitlementState): state is Entitlement => state.from !== undefined;

/** The suspension that goes on. */
export const openSuspension = ({ suspensions }: Pick<Entitlement, 'suspensions'>): Suspension | undefined =>
  suspensions.find(({ to }) => to === undefined);
