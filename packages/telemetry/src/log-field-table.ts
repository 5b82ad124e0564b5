/** What a field of a log line means; `always` when every run of a city writes it, and not only one something befalls. */
export interface LogField {
  readonly means: string;
  readonly always?: true;
}

const always = (means: string): LogField => ({ means, always: true });
const sometimes = (means: string): LogField => ({ means });

/**
 * Every field a log line may have. None of them may hold a person. A test reads the code and another one the lines of a
 * running city: both fail at a field that is not here, and at one here that nobody writes.
 */
export const logFieldTable: Readonly<Record<string, LogField>> = {
  time: always('when, UTC'),
  level: always('trace, debug, info, warn, error or fatal'),
  service: always('who says it'),
  msg: always('what happened'),
  err: sometimes('the error: its type, message and stack, with those of its causes, and its code when it has one'),
  reason: sometimes('why, in a word or a sentence'),
  cause: sometimes('code of the error beneath'),

  // Requests and calls.
  method: always('of a request'),
  route: always('of a request, as it is written in the code: no id in it'),
  status: always('of the answer'),
  ms: always('how long it took'),
  ended: always('whether the answer was taken to its end'),
  role: sometimes('of who signed in'),
  rpc: sometimes('the call that failed'),
  peer: sometimes('the service that was called'),
  code: sometimes('gRPC status of the call'),
  question: sometimes('that a service asks another'),
  again: sometimes('whether it is asked again'),
  department: sometimes('of a case'),
  case: sometimes('number of the application and its step'),

  // Records.
  topic: sometimes('of a record'),
  partition: sometimes('of a record'),
  offset: sometimes('of a record'),
  key: sometimes('of a record: the number of an application'),
  outcome: sometimes('what became of a record or a command'),
  refused: sometimes('why a record was refused'),
  records: sometimes('how many'),
  bytes: sometimes('of a record that is too large'),
  attempt: sometimes('the how-manieth'),
  groupId: always('the group of consumers'),
  topics: sometimes('what it hears'),
  assigned: always('partitions it reads, by topic'),

  // Documents.
  kind: sometimes('of a document'),
  id: sometimes('of a document: the number of an application first'),
  batch: sometimes('id of a batch in the outbox'),
  commands: sometimes('how many were decided together'),
  passing: sometimes('whether it may pass by itself'),
  hopeless: sometimes('whether it is given up'),
  documents: sometimes('how many a transaction changed'),
  projection: sometimes('name of a read model'),
  generation: sometimes('of a read model: rises with each rebuild'),
  transactions: sometimes('how many were left open'),

  // The life of a process.
  grpc: always('port of its calls'),
  health: always('port of its probes'),
  port: always('port of its requests'),
  processId: always('this process, in the outbox'),
  desks: always('departments the gateway reaches'),
  setting: sometimes('that allows something to go in the clear'),
  signal: always('that told it to go'),
  step: sometimes('of stopping'),

  // Of the Kafka library, on level debug but for errors.
  kafkajs: always('the part of the library that speaks'),
  broker: sometimes('whom it speaks to'),
  clientId: sometimes('the service'),
  memberId: sometimes('this member of the group'),
  leaderId: sometimes('the one that shares out the partitions'),
  isLeader: sometimes('whether this is the one'),
  groupProtocol: sometimes('how they are shared out'),
  duration: sometimes('ms that took'),
  error: sometimes('what went wrong'),
  correlationId: sometimes('of a request to a broker'),
  apiName: sometimes('of a request to a broker'),
  apiVersion: sometimes('of a request to a broker'),
  apiKey: sometimes('of a request to a broker'),
  size: sometimes('of a request or an answer, in bytes'),
  retryCount: sometimes('the how-manieth try'),
  retryTime: sometimes('ms until the next'),
  stack: sometimes('where it went wrong'),
};
