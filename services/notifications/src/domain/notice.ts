import type { Channel } from './channel';
import type { NoticeClass } from './template';

/**
 * unchecked: for an agent, who is not told before their mandate is looked at; withheld: they are not told at all. inbox: it goes no
 * other way. technical-failure: nobody could say in three days whether it can be delivered.
 */
export type NoticeStatus =
  'unchecked' | 'withheld' | 'inbox' | 'queued' | 'sending' | 'delivered' | 'permanent-failure' | 'technical-failure';

/** accepted: whoever carries it took it. temporary: to be tried again; permanent: this way is closed. */
export type SendingOutcome = 'accepted' | 'temporary' | 'permanent';

/** One attempt. Where it went is never stored: a mask for people to know it again, a hash to compare. */
export interface Sending {
  readonly channel: Channel;
  readonly at: Date;
  readonly outcome?: SendingOutcome;
  /** Of whoever refused: an SMTP code, a word of the gateway. */
  readonly code?: string;
  readonly mask?: string;
  readonly hash?: string;
  /** What was said of it later; it stands beside what was said at first. */
  readonly receipt?: { readonly status: 'delivered' | 'failed'; readonly at: Date };
}

/** To whom and of what, as it was made. */
export interface NoticeContent {
  readonly to: string;
  /** Whose application it is: another than `to` for the agent's notice. */
  readonly residentId: string;
  readonly number: string;
  readonly package: string;
  readonly step: string;
  readonly department: string;
  readonly template: string;
  readonly version: number;
  readonly class: NoticeClass;
  readonly until?: Date;
  /** It goes no other way than the inbox: by its template, or because this city sends nothing. */
  readonly inboxOnly?: true;
}

export interface MadeNotice extends NoticeContent {
  readonly status: NoticeStatus;
  /** When it came into the inbox; of what is not there yet, when it was made. */
  readonly at: Date;
  /** When to look at it again; absent when nothing is left to do. */
  readonly dueAt?: Date;
  /** Ways that are closed. */
  readonly closed: readonly Channel[];
  /** Attempts on the present way. */
  readonly attempts: number;
  /** Since when the present way was tried. */
  readonly since?: Date;
  readonly sendings: readonly Sending[];
  /** A legal notice that reached its recipient in no other way, and that they have not read in the inbox either. */
  readonly unserved?: true;
}

export type NoticeState = { readonly status: 'none' } | MadeNotice;

/** What one attempt came to. */
export interface Report {
  readonly channel: Channel;
  readonly outcome: SendingOutcome;
  readonly code: string;
  readonly mask: string;
  readonly hash: string;
}

export type NoticeCommand =
  | { readonly type: 'MakeNotice'; readonly content: NoticeContent }
  | { readonly type: 'AdmitAgent' }
  | { readonly type: 'WithholdNotice'; readonly why: string }
  | { readonly type: 'HoldNotice'; readonly until: Date }
  /** `next` is absent when no way is left. */
  | { readonly type: 'SendNotice'; readonly next?: Channel }
  | ({ readonly type: 'ReportSending' } & Report)
  /** Its recipient opened the inbox. */
  | { readonly type: 'ReadNotice' }
  | { readonly type: 'TakeReceipt'; readonly channel: Channel; readonly status: 'delivered' | 'failed' };

interface At {
  readonly at: Date;
}
export type NoticeEvent =
  | ({ readonly type: 'NoticeMade'; readonly content: NoticeContent } & At)
  | ({ readonly type: 'AgentAdmitted' } & At)
  | ({ readonly type: 'NoticeWithheld'; readonly why: string } & At)
  | { readonly type: 'NoticeHeld'; readonly until: Date }
  | ({ readonly type: 'SendingBegan'; readonly channel: Channel } & At)
  | ({ readonly type: 'SendingReported'; readonly again?: Date } & Report & At)
  | ({ readonly type: 'ReceiptTaken'; readonly channel: Channel; readonly status: 'delivered' | 'failed' } & At)
  | ({ readonly type: 'ReceiptMissed'; readonly channel: Channel } & At)
  | ({ readonly type: 'NoticeFailed'; readonly status: 'permanent-failure' | 'technical-failure' } & At)
  | ({ readonly type: 'NoticeInboxOnly' } & At)
  | ({ readonly type: 'NoticeServed' } & At);
