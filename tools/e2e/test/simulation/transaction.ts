import mongoose from 'mongoose';

export interface MemoryDocument {
  readonly _id: string;
}

interface TransactionPorts {
  readonly op: <T>(act: () => T) => Promise<T>;
  readonly apply: (collection: string, id: string, document: MemoryDocument | undefined) => void;
  readonly began: () => void;
  readonly ended: () => void;
}

const gone = () => new mongoose.mongo.MongoServerError({ message: 'no such transaction', code: 251 });

/** The part of a driver's session that the platform uses. A repeated commit succeeds, as the server remembers it. */
export class Transaction {
  private state: 'new' | 'open' | 'committed' | 'aborted' = 'new';
  private readonly writes = new Map<string, { collection: string; id: string; document: MemoryDocument | undefined }>();
  usedAt = Date.now();

  constructor(private readonly ports: TransactionPorts) {}

  holds(collection: string, id: string): boolean {
    return this.writes.has(`${collection} ${id}`);
  }

  write(collection: string, id: string, document: MemoryDocument | undefined): void {
    this.writes.set(`${collection} ${id}`, { collection, id, document });
  }

  /** The first operation opens the transaction on the server. */
  used(): void {
    if (this.state === 'committed' || this.state === 'aborted') throw gone();
    if (this.state === 'new') this.ports.began();
    this.state = 'open';
    this.usedAt = Date.now();
  }

  end(): void {
    if (this.state !== 'committed') this.state = 'aborted';
    this.ports.ended();
  }

  startTransaction(): void {
    this.usedAt = Date.now();
  }

  inTransaction(): boolean {
    return this.state === 'open';
  }

  commitTransaction(): Promise<void> {
    return this.ports.op(() => {
      if (this.state === 'committed') return;
      if (this.state !== 'open') throw gone();
      for (const { collection, id, document } of this.writes.values()) this.ports.apply(collection, id, document);
      this.state = 'committed';
      this.ports.ended();
    });
  }

  abortTransaction(): Promise<void> {
    return this.ports.op(() => this.end());
  }

  async endSession(): Promise<void> {
    return Promise.resolve();
  }
}
