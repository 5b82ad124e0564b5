import type mongoose from 'mongoose';

/**
 * The driver's own collection, while mongoose keeps the schema, the indexes and the connection. Mongoose's collection is not
 * used: while the database is away it buffers commands, and fails them after ten seconds with an error of its own.
 */
export type Collection<T extends object> = mongoose.mongo.Collection<T>;
export type MongoClient = mongoose.mongo.MongoClient;
export type Db = mongoose.mongo.Db;
