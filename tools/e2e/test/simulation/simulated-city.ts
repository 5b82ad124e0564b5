import { applications } from '@lianban/applications';
import { elderlyCare } from '@lianban/elderly-care';
import { employment } from '@lianban/employment';
import { seededRandom } from '@lianban/infra';
import { permits } from '@lianban/permits';
import type { CallContext } from '@lianban/grpc';
import type { Composition } from '@lianban/runtime';
import type { Refusal } from '@lianban/model';
import type { applications as contracts } from '@lianban/protos';
import { socialAssistance } from '@lianban/social-assistance';
import type { Outcome } from '@lianban/engine';
import { fourDepartments } from '../harness/four-departments';
import { claiming } from './claiming';
import { Group } from './group';
import { MemoryDatabase } from './memory-database';
import type { Mutation } from './mutations';
import { Schedule } from './schedule';
import { type SimulatedProcess, simulatedProcess } from './simulated-process';
import { TopicLog } from './topic-log';

const departments = [employment, socialAssistance, elderlyCare, permits];
const nothing = {} as never;
const settings = { APPLICATION_NUMBER_PATTERN: 'LB{yyyymmdd}{seq:6}', REQUESTS_SAID_ON: 'own' };
const compositions: readonly (readonly [name: string, parts: Composition])[] = [
  [applications.name, applications.compose(settings as never, nothing)],
  ...departments.map((department) => [department.name, department.compose(undefined, nothing)] as const),
];

type Submit = (
  request: contracts.v1.SubmitRequest,
  call: CallContext,
) => Promise<contracts.v1.SubmitResponse | Refusal>;
type Withdraw = (request: contracts.v1.WithdrawRequest, call: CallContext) => Promise<unknown>;
const call: CallContext = {
  caller: 'gateway',
  // Submitted at a counter, where an officer has seen the papers.
  onBehalfOf: 'officer:O1',
  person: { role: 'officer', id: 'O1' },
  traceparent: undefined,
  signal: new AbortController().signal,
};

/** A submission in the client's ledger. */
export interface SimulatedSubmission {
  readonly key: string;
  /** Every number it was answered with; must be one, however often it was sent. */
  readonly numbers: Set<string>;
  /** Whether the application could be read once its number was returned. */
  readable: boolean;
}

/** A supplement, handed in before its limit, in the client's ledger. */
export interface SimulatedSupplement {
  readonly number: string;
  readonly key: string;
  /** Whether it was confirmed before the client gave up. */
  confirmed: boolean;
}

/** All departments and `applications` over simulated servers; one seed determines everything that happens. */
export class SimulatedCity {
  readonly schedule: Schedule;
  readonly topics: TopicLog;
  readonly databases = new Map<string, MemoryDatabase>();
  readonly submissions: SimulatedSubmission[] = [];
  /** Applications with a request to withdraw, in time or too late. */
  readonly withdrawn = new Set<string>();
  readonly supplements: SimulatedSupplement[] = [];
  /** The service that is down: its processes are dead and not replaced. */
  away: string | undefined;
  /** How often each record had an effect, by service, source and sequence. */
  readonly applied = new Map<string, number>();
  private readonly processes = new Map<string, SimulatedProcess[]>();
  private readonly groups: { service: string; group: Group }[] = [];
  started = 0;

  constructor(
    seed: number,
    private readonly mutation?: Mutation,
  ) {
    this.schedule = new Schedule(seededRandom(seed));
    this.topics = new TopicLog(this.schedule);
    const world = { schedule: this.schedule, topics: this.topics, mutation };
    for (const [service, { subscriptions: hears = [] }] of compositions) {
      this.databases.set(service, new MemoryDatabase(this.schedule));
      this.processes.set(service, [this.start(service), this.start(service)]);
      for (const { topic } of hears) this.groups.push({ service, group: new Group(service, topic, world) });
    }
  }

  private start(service: string): SimulatedProcess {
    const parts = claiming(compositions.find(([name]) => name === service)![1], this.mutation);
    const { schedule, topics, mutation } = this;
    const applied = (name: string, { source }: { source?: { subject: string; sequence: number } }) => {
      if (!source) return;
      const record = `${name} ${source.subject} ${source.sequence}`;
      this.applied.set(record, (this.applied.get(record) ?? 0) + 1);
    };
    const database = this.databases.get(service)!;
    const id = `${service}-${++this.started}`;
    return simulatedProcess(id, { name: service }, parts, { schedule, database, topics, mutation, applied });
  }

  /** Sends a new submission, or an earlier one again with its key; `lacking` is a material to leave out. */
  submit(again?: SimulatedSubmission, lacking?: string): void {
    const submission = again ?? { key: `key-${this.submissions.length}`, numbers: new Set(), readable: true };
    if (!again) this.submissions.push(submission);
    const request = {
      ...fourDepartments,
      materials: fourDepartments.materials.filter(({ code }) => code !== lacking),
      consents: [],
      residentId: 'R1',
      district: 'erqi',
      idempotencyKey: submission.key,
    };
    (this.method('submit') as Submit)(request as never, call)
      .then((answer) => {
        if (!('applicationNumber' in answer)) return;
        submission.numbers.add(answer.applicationNumber);
        submission.readable &&= !!this.databases.get('applications')!.get('applications', answer.applicationNumber);
      })
      // No answer, or a server error: the client does not know the outcome.
      .catch(() => undefined);
  }

  /**
   * Hands in the paper a department asks for, at a counter, or repeats that with the same key; waits for the answer until
   * `patience`.
   */
  handIn(
    { number, step, paper }: { number: string; step: string; paper: string },
    patience: Date,
    again?: SimulatedSupplement,
  ) {
    const supplement = again ?? { number, key: `supplement-${this.supplements.length}`, confirmed: false };
    if (!again) this.supplements.push(supplement);
    const materials = fourDepartments.materials.filter(({ code }) => code === paper);
    const request = { key: supplement.key, body: paper };
    const command = { type: 'ProvideSupplement', step, answers: {}, materials, request };
    this.order('applications', number, command)
      .then((outcome) => (supplement.confirmed ||= (outcome as Outcome).is === 'done' && new Date() <= patience))
      .catch(() => undefined);
    return supplement;
  }

  /** Withdraws a stored application, which may not have been published yet. */
  withdraw(): void {
    const stored = this.databases.get('applications')!.all('applications');
    if (stored.length === 0) return;
    const applicationNumber = this.schedule.pick(stored)._id;
    this.withdrawn.add(applicationNumber);
    const request = { applicationNumber, residentId: 'R1', reason: 'changed-mind' };
    (this.method('withdraw') as Withdraw)(request, call).catch(() => undefined);
  }

  /** Dispatches a command to a document of applications, in place of a gRPC method this simulation does not serve. */
  order(aggregate: string, id: string, command: { readonly type: string }): Promise<unknown> {
    return this.schedule
      .pick(this.processes.get('applications')!)
      .queue.enqueue({ addressed: { aggregate, id, command } });
  }

  method(name: string): unknown {
    return this.schedule.pick(this.processes.get('applications')!).grpc[0]!.handlers[name];
  }

  /** Replaces dead processes, rebalances groups now and then, and lets consumers read. */
  tend(): void {
    for (const [service, processes] of this.processes)
      for (const [i, { id }] of processes.entries())
        if (service === this.away) this.schedule.dead.add(id);
        else if (this.schedule.dead.has(id)) processes[i] = this.start(service);
    const unrest = this.schedule.faults.crash > 0;
    for (const { service, group } of this.groups) {
      if (service === this.away) continue;
      group.assign(this.processes.get(service)!, unrest && this.schedule.happens(0.002));
      group.poll();
    }
  }

  /** Runs the periodic jobs of all processes. */
  work(): void {
    for (const [service, processes] of this.processes)
      if (service !== this.away) for (const process of processes) process.work();
  }

  get isBusy(): boolean {
    const all = [...this.processes.values()].flat();
    return (
      !this.schedule.isIdle || all.some(({ queue }) => queue.isBusy) || this.groups.some(({ group }) => !group.isDone)
    );
  }
}
