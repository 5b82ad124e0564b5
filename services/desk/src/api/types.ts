/** The API's answers as this program reads them: see /api/openapi.json. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Level = 'overdue' | 'red' | 'amber' | 'green';

export interface Pause {
  readonly reason: string;
  readonly from: string;
  readonly to?: string;
  readonly days: number;
}

export interface Clock {
  readonly kind?: 'accept' | 'decide' | 'answer';
  readonly running: boolean;
  readonly dueAt?: string;
  readonly usedDays: number;
  readonly leftDays: number;
  readonly statutoryLeftDays: number;
  readonly promisedDays: number;
  readonly statutoryDays: number;
  readonly extendedBy: number;
  readonly pauses: readonly Pause[];
  readonly level?: Level;
  readonly undated?: string;
}

/** One person asks for it, another approves or declines: only then the limits move. */
export interface Extension {
  readonly status: 'asked' | 'approved' | 'refused' | 'lapsed';
  readonly days: number;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt?: string;
  readonly answeredBy?: string;
  readonly answeredAt?: string;
}

export interface CaseRow {
  readonly id: string;
  readonly applicationNumber: string;
  readonly step: string;
  readonly item: string;
  readonly department: string;
  readonly district?: string;
  readonly status: string;
  readonly version: number;
  readonly residentId: string;
  readonly receivedAt?: string;
  readonly acceptedAt?: string;
  readonly promisedAt?: string;
  readonly statutoryAt?: string;
  readonly pausedFor?: string;
  readonly outcome?: 'granted' | 'refused';
  readonly holder?: string;
  readonly clock: Clock;
  readonly extension?: Extension;
  readonly changedAt?: string;
  readonly changedBy?: string;
  readonly change?: string;
  readonly closedAt?: string;
}

export interface Ground {
  readonly rule: string;
  readonly version: string;
  readonly explanation: string;
  readonly met: boolean;
  readonly code?: string;
  readonly facts?: Readonly<Record<string, string>>;
}

export type Facts = Readonly<Record<string, unknown>>;

export interface Material {
  readonly code: string;
  readonly grade: string;
  readonly reference: string;
}

export interface Missing {
  readonly code: string;
  readonly note: string;
}

/** Absent text: it cannot be looked up now. */
export interface Objection {
  readonly objection: string;
  readonly text?: string;
  readonly filedAt?: string;
  readonly dismissed?: boolean;
}

export interface Case extends CaseRow {
  readonly answers: Facts;
  readonly earlier: Facts;
  readonly known: Facts;
  readonly materials: readonly Material[];
  readonly missing?: readonly Missing[];
  readonly reason?: string;
  readonly facts?: Facts;
  readonly grounds?: readonly Ground[];
  readonly handedOver?: string;
  readonly awaited?: readonly string[];
  readonly filedBy?: readonly string[];
  readonly objections?: readonly Objection[];
}

export interface Counts {
  readonly total: number;
  readonly team: number;
  readonly mine: number;
  readonly unassigned: number;
  readonly overdue: number;
  readonly red: number;
  readonly amber: number;
  readonly extensionsAsked: number;
}

export interface CasePage {
  readonly cases: readonly CaseRow[];
  readonly nextCursor?: string;
  readonly counts?: Counts;
}

export interface Officer {
  readonly id: string;
  readonly department: string;
  readonly district?: string;
  readonly isSupervisor: boolean;
  readonly scopes: readonly string[];
}

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly district?: string;
}

export interface Note {
  readonly id: string;
  readonly audience: 'officers' | 'resident';
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

export interface Rehearsal {
  readonly outcome: 'granted' | 'refused';
  readonly reason: string;
  readonly facts?: Facts;
  readonly grounds: readonly Ground[];
}

export interface BulkResult {
  readonly id: string;
  readonly result: 'done' | 'nothing-to-do' | 'refused';
  readonly slug?: string;
  readonly detail?: string;
  readonly status?: string;
  readonly holder?: string;
}

export interface Person {
  readonly residentId: string;
  readonly name: string;
  readonly idNumberMasked: string;
  readonly phone?: string;
  readonly address?: string;
  readonly district?: string;
  readonly birthDate?: string;
}

export interface Step {
  readonly id: string;
  readonly item: string;
  readonly department: string;
  readonly name: Text;
  readonly needs: readonly string[];
  readonly status: string;
  readonly reason?: string;
  readonly promisedAt?: string;
}

export interface TimelineEntry {
  readonly at: string;
  readonly step?: string;
  readonly department?: string;
  readonly what: string;
  readonly detail?: string;
  readonly until?: string;
}

export interface Application {
  readonly applicationNumber: string;
  readonly name: Text;
  readonly status: string;
  readonly assistedBy?: string;
  readonly submittedAt?: string;
  readonly steps: readonly Step[];
  readonly timeline: readonly TimelineEntry[];
}

export interface Board {
  readonly days: readonly { readonly day: string; readonly received: number; readonly closed: number }[];
  readonly decided: number;
  readonly onTime: number;
  readonly received: number;
  readonly supplemented: number;
  readonly ages: readonly { readonly fromDays: number; readonly cases: number }[];
  readonly waiting: readonly WaitingGroup[];
  readonly holders: readonly { readonly holder?: string; readonly cases: number; readonly overdue: number }[];
}

export interface WaitingGroup {
  readonly department: string;
  readonly waitsFor: 'officer' | 'resident' | 'notice' | 'facts';
  readonly item: string;
  readonly cases: number;
  readonly oldest?: string;
}

export interface Option {
  readonly code: string;
  readonly label: Text;
}

export interface Field {
  readonly name: string;
  readonly label: Text;
  readonly type: 'boolean' | 'integer' | 'number' | 'string' | 'choice' | 'object';
  readonly required: boolean;
  readonly choices?: readonly Option[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly format?: string;
  readonly hint?: Text;
}

export interface Item {
  readonly code: string;
  readonly name: Text;
  readonly department: string;
  readonly departmentName: Text;
  readonly materials: readonly { readonly code: string; readonly name: Text; readonly grade: string }[];
  readonly shares?: readonly Share[];
  readonly findings?: readonly Field[];
  readonly reasons?: readonly Reason[];
  readonly grounds?: readonly { readonly code: string; readonly rule: Text; readonly text: Text }[];
  readonly words?: readonly { readonly code: string; readonly label: Text }[];
}

/** What the department asks of others about the applicant: only with consent, or by law. */
export interface Share {
  readonly from: string;
  readonly what: Text;
  readonly purpose: Text;
  readonly basis: 'consent' | 'duty';
  readonly law: Text;
  readonly version: string;
}

export interface Reason {
  readonly code: string;
  readonly label: Text;
  readonly uses: readonly ReasonUse[];
}

export type ReasonUse = 'refuse' | 'pause' | 'extend' | 'grant';

export interface Package {
  readonly code: string;
  readonly version: number;
  readonly name: Text;
  readonly form: readonly Field[];
  readonly steps: readonly { readonly id: string; readonly item: Item }[];
}

export interface Word {
  readonly code: string;
  readonly label: Text;
  readonly unit?: Text;
}

/** A department and what its codes mean. */
export interface Department {
  readonly code: string;
  readonly name: Text;
  readonly words: readonly Word[];
}
