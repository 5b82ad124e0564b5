export { isRefusal, refuse } from './decider';
export type { Decider, Refusal, Typed, Wake } from './decider';
export type { Evidence, Facts, Ground, Item, Material, Missing, Outcome, Ruling, StepRequest } from './casework/item';
export { chineseWorkingDays } from './calendar/chinese-working-days';
export type { WorkingDays } from './calendar/working-days';
export { dayOf } from './calendar/shanghai-day';
export { announceCase } from './casework';
export type { CaseCommand, CaseEvent, CaseState } from './casework';
export { CASES, department } from './department';
export type { CaseAnnouncements, CaseAsk, CaseFollow, DepartmentParts } from './department';
export type { Question } from './ask';
export type { Announcements, Published } from './publish';
export { connect, grpcSecurity, grpcService, CallFailed } from './grpc';
export type {
  CallContext,
  CallOptions,
  Caller,
  Connection,
  Definition,
  GrpcSecurity,
  GrpcService,
  Handlers,
} from './grpc';
export {
  SpanKind,
  catalogue,
  createLog,
  endSpan,
  histograms,
  logFields,
  prometheusName,
  spans,
  startSpan,
  withoutPersonalNumbers,
} from './telemetry';
export type { Log, LogField, Metric, SpanSort, Traced } from './telemetry';
export { ConfigError, environment, readConfig, readSettings } from './config';
export type { Config } from './config';
export { kind } from './handle';
export type { AnyKind, Asking, Done, Kind, Order } from './handle';
export { on } from './consume';
export type { About, Hears, Reaction } from './consume';
export { question } from './ask';
export { type Clock, ClockError, moveClock, repeat, startClockAt } from './timers';
export { runService, startService } from './service';
export type { Files } from './store';
export type { App, Composition, Found, OrderOptions, Query, Running, ServiceSpec } from './service';
export { listen, type HttpServer } from './http/listen';
export { runHttp } from './http/run-http';
export { traceOf } from './http/trace-of';
export { coalesce } from './store';
export {
  allVolumes,
  entriesOn,
  idOf,
  nextPage,
  outside,
  reachOf,
  sinceOf,
  verifyBook,
  volumeMs,
  volumeName,
} from './book';
export type { BookEntry, BookFault, BookVerdict, Page, Range, StoredBook } from './book';
export { surveyCity } from './survey';
export type { CitySurvey, Heard, SurveyedService } from './survey';
export { type BookCounts, type BookSurvey, bookSurvey } from './store';
export type { Kept, OperatorAction, StoreSurvey } from './store';
export { consumerSessionMs, partitionOf } from './kafka';
export type { IncomingRecord, KafkaSurvey, Stretch } from './kafka';
