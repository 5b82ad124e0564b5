/** Probabilities of a fault at one step, each between 0 and 1. */
export interface FaultChances {
  /** The process dies before or after its request is served. */
  readonly crash: number;
  /** The request is served, lost, or served late; the process gets a connection error. */
  readonly lostAnswer: number;
}

/**
 * The scheduler. Every await of a process on database, broker or peers waits here until the seed picks it, so any order of
 * the steps of all processes is possible, and a process may die at each step.
 */
export class Schedule {
  readonly dead = new Set<string>();
  faults: FaultChances = { crash: 0, lostAnswer: 0 };
  private turns: (() => void)[] = [];

  constructor(readonly chance: () => number) {}

  get isIdle(): boolean {
    return this.turns.length === 0;
  }

  happens(chance: number): boolean {
    return this.chance() < chance;
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.chance() * from.length)]!;
  }

  step(): void {
    const [turn] = this.turns.splice(Math.floor(this.chance() * this.turns.length), 1);
    turn?.();
  }

  /** Does `act` for a process when it is picked; a dead process gets no answer. */
  op<T>(process: string, act: () => T, noAnswer: () => Error): Promise<T> {
    return new Promise((resolve, reject) => {
      this.turns.push(() => {
        const { crash, lostAnswer } = this.faults;
        if (this.dead.has(process)) return;
        if (this.happens(crash)) return void this.dead.add(process);
        if (this.happens(lostAnswer)) {
          const fate = this.pick(['served', 'served', 'late', 'lost']);
          if (fate === 'served') quietly(act);
          if (fate === 'late') this.turns.push(() => quietly(act));
          return reject(noAnswer());
        }
        try {
          const value = act();
          if (this.happens(crash)) return void this.dead.add(process);
          resolve(value);
        } catch (error) {
          reject(error as Error);
        }
      });
    });
  }
}

/** Ignores the result and the error, because the process that called is dead or has been answered. */
function quietly(act: () => unknown): void {
  try {
    act();
  } catch {
    return;
  }
}
