import { aggregateType } from '@lianban/model';
import type { NoticeCommand, NoticeEvent, NoticeState } from './domain/notice';
import type { RecipientCommand, RecipientEvent, RecipientState } from './domain/recipient';
import type { TellingCommand, TellingEvent, TellingState } from './domain/telling';

export const TELLINGS = aggregateType<TellingState, TellingCommand, TellingEvent>('tellings');
export const NOTICES = aggregateType<NoticeState, NoticeCommand, NoticeEvent>('notices');
export const RECIPIENTS = aggregateType<RecipientState, RecipientCommand, RecipientEvent>('recipients');
