import { aggregateType } from '@lianban/model';
import type { BenefitClaimCommand, BenefitClaimEvent, BenefitClaimState } from './domain/benefit-claim';
import type { ConsentCommand, ConsentEvent, ConsentState } from './domain/consent';
import type { CorrectionCommand, CorrectionEvent, CorrectionState } from './domain/correction';
import type { DraftCommand, DraftEvent, DraftState } from './domain/draft';
import type { DeathCommand, DeathEvent, DeathState } from './domain/death';
import type { EndSession, EndedSessionState, SessionEnded } from './domain/ended-session';
import type { HouseholdChanged, HouseholdState, PutHousehold } from './domain/household';
import type { OffersCommand, OffersEvent, OffersState } from './domain/offer';
import type { MandateCommand, MandateEvent, MandateState } from './domain/mandate';
import type { OpenSessionCommand, OpenSessionEvent, OpenSessionState } from './domain/open-session';
import type { EnterOrganisation, OrganisationEntered, OrganisationState } from './domain/organisation';
import type { PageSealed, PageState, SealPage } from './domain/page';
import type { KeepSecurityEvent, SecurityEventKept, SecurityEventState } from './domain/security-event';
import type { PersonEvent, PersonCommand, PersonState } from './domain/person';
import type { ReadRecorded, RecordRead } from './domain/read';
import type { ReadQuestionCommand, ReadQuestionEvent, ReadQuestionState } from './domain/read-question';
import type { MarkRead, MessagesRead, ReadMarkState } from './domain/read-mark';

export type ReadState = { readonly status: 'unread' } | ({ readonly status: 'recorded' } & Omit<ReadRecorded, 'type'>);
export type ReadCommand = RecordRead & { readonly type: 'RecordRead' };

export const PEOPLE = aggregateType<PersonState, PersonCommand, PersonEvent>('people');
export const HOUSEHOLDS = aggregateType<HouseholdState, PutHousehold, HouseholdChanged>('households');
export const ORGANISATIONS = aggregateType<OrganisationState, EnterOrganisation, OrganisationEntered>('organisations');
export const READS = aggregateType<ReadState, ReadCommand, ReadRecorded>('reads');
export const PAGES = aggregateType<PageState, SealPage, PageSealed>('pages');
export const MANDATES = aggregateType<MandateState, MandateCommand, MandateEvent>('mandates');
export const BENEFIT_CLAIMS = aggregateType<BenefitClaimState, BenefitClaimCommand, BenefitClaimEvent>('benefitClaims');
export const CONSENTS = aggregateType<ConsentState, ConsentCommand, ConsentEvent>('consents');
export const CORRECTIONS = aggregateType<CorrectionState, CorrectionCommand, CorrectionEvent>('corrections');
export const DEATHS = aggregateType<DeathState, DeathCommand, DeathEvent>('deaths');
export const DRAFTS = aggregateType<DraftState, DraftCommand, DraftEvent>('drafts');
export const ENDED_SESSIONS = aggregateType<EndedSessionState, EndSession, SessionEnded>('endedSessions');
export const OFFERS = aggregateType<OffersState, OffersCommand, OffersEvent>('offers');
export const OPEN_SESSIONS = aggregateType<OpenSessionState, OpenSessionCommand, OpenSessionEvent>('openSessions');
export const READ_QUESTIONS = aggregateType<ReadQuestionState, ReadQuestionCommand, ReadQuestionEvent>('readQuestions');
export const SECURITY_EVENTS = aggregateType<SecurityEventState, KeepSecurityEvent, SecurityEventKept>(
  'securityEvents',
);
export const SECURITY_PAGES = aggregateType<PageState, SealPage, PageSealed>('securityPages');
export const READ_MARKS = aggregateType<ReadMarkState, MarkRead, MessagesRead>('readMarks');
