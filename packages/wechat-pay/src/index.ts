export * as bill from './bill';
export {
  type Transaction,
  billAddress,
  failure,
  notification,
  payPage,
  refund,
  refundNotice,
  transaction,
} from './messages';
export { type Resource, openResource, sealResource } from './resource';
export {
  type Doubt,
  type KeyLike,
  type Signer,
  type VerifyingKeys,
  authorization,
  doubtOf,
  isRequestSigned,
  partsOf,
  readAuthorization,
  signatureHeaders,
} from './signature';
