import type { AddressedCommand, Announcements, RequestToSend } from '@lianban/model';
import type { CaseEvent } from '../lifecycle/events';
import type { CaseState } from '../lifecycle/state';

/** Own facts beside what casework.v1 says: entries that replace the common ones. */
export type CaseAnnouncements = Partial<Announcements<CaseEvent, CaseState>>;
/** Which own events raise a question to another service. */
export type CaseRequests = (event: CaseEvent, state: CaseState, id: string) => readonly RequestToSend[];
/** Commands for other documents of the department, decided in the same transaction. */
export type CasePolicy = (event: CaseEvent, state: CaseState, id: string) => readonly AddressedCommand[];
