import type mongoose from 'mongoose';

/**
 * The driver's own collection; mongoose keeps the schema, the indexes and the connection. Not mongoose's: while the
 * database is away that one holds commands back, and after ten seconds fails them with an error that looks like ours.
 */
export type Collection<T extends object> = mongoose.mongo.Collection<T>;
export type MongoClient = mongoose.mongo.MongoClient;
