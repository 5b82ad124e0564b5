import type { Assigned } from '@lianban/record';

export type OnAssigned = (assigned: Assigned) => void | Promise<void>;

/** The partitions of this member, and the listeners that must deal with a change before its first record is handled. */
export class Assignment {
  private readonly listeners: OnAssigned[] = [];
  private settling: Promise<void> | undefined = Promise.resolve();
  current: Assigned = new Map();

  get partitionCount(): number {
    return [...this.current.values()].reduce((sum, partitions) => sum + partitions.length, 0);
  }

  onAssigned(listener: OnAssigned): void {
    this.listeners.push(listener);
  }

  change(assigned: Assigned): void {
    this.current = assigned;
    this.settling = undefined;
  }

  /** Resolves when every listener has dealt with the current assignment. After a failure the next call calls them again. */
  settled(): Promise<void> {
    if (this.settling) return this.settling;
    const settling = this.notify(this.current);
    this.settling = settling;
    settling.catch(() => {
      if (this.settling === settling) this.settling = undefined;
    });
    return settling;
  }

  private async notify(assigned: Assigned): Promise<void> {
    for (const listener of this.listeners) await listener(assigned);
  }
}
