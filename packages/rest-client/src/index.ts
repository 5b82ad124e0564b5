export type * from '../gen/api';
export { isAskedFor } from './asked-for';
export { type Call, type ApiRequest, createCall } from './call';
export { type AskedShare, consentTo, needsConsent, sharesOf } from './consents';
export type { BodyOf } from './operation';
export { isolated } from './isolated';
