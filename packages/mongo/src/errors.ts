import mongoose from 'mongoose';

/** Another process changed one of the documents: read them again and decide again. */
export class Conflict extends Error {}

/** A unique index rejects one of the documents: deciding again cannot help. The message has none of its values. */
export class NotUnique extends Error {}

/** The commit got no answer: the batch may or may not have been written. */
export class CommitUnknown extends Error {}

const {
  MongoAPIError,
  MongoError,
  MongoExpiredSessionError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoServerError,
  MongoServerSelectionError,
} = mongoose.mongo;

const duplicateKey = 11000;
const writeConflict = 112;
const noSuchTransaction = 251;

const isDuplicateKey = (error: unknown) => error instanceof MongoServerError && error.code === duplicateKey;
// Of a bulk write's error the driver keeps only the text.
const isOfIds = (error: unknown) => error instanceof Error && / index: _id_ /.test(error.message);

export const isLostRace = (error: unknown): boolean =>
  error instanceof Conflict ||
  (isDuplicateKey(error) && isOfIds(error)) ||
  (error instanceof MongoServerError && (error.code === writeConflict || error.code === noSuchTransaction));

export const isNotUnique = (error: unknown): boolean => isDuplicateKey(error) && !isOfIds(error);

/** True when the same write can succeed later: the database is away, or elects a primary. */
export const isPassing = (error: unknown): boolean => {
  if (error instanceof CommitUnknown) return true;
  if (error instanceof MongoAPIError)
    return error instanceof MongoNotConnectedError || error instanceof MongoExpiredSessionError;
  return error instanceof MongoError && !(error instanceof MongoServerError && permanent.has(Number(error.code)));
};

/** True when no server answered at all. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof mongoose.Error.MongooseServerSelectionError ||
  error instanceof MongoServerSelectionError ||
  error instanceof MongoNetworkError;

// Errors of the document itself (too large, invalid, illegal field names or values) or of the transaction.
const permanent = new Set([2, 9, 14, 22, 52, 55, 56, 57, 121, 257, 263, 10334, 17419, 17420]);
