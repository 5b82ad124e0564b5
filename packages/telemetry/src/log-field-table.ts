/** The meaning of a log field; `always` when every run of a city writes it, and not only one with faults. */
export interface LogField {
  readonly means: string;
  readonly always?: true;
}

const always = (means: string): LogField => ({ means, always: true });
const sometimes = (means: string): LogField => ({ means });

/**
 * Every field a log line may have. None may hold personal data. One test reads the code, another the log of a running city:
 * both fail for a field that is not in this table, and for an entry that is never written.
 */
export const logFieldTable: Readonly<Record<string, LogField>> = {
  time: always('when, UTC'),
  level: always('trace, debug, info, warn, error or fatal'),
  service: always('the service that writes the line'),
  msg: always('what happened'),
  err: sometimes('the error: its type, message and stack, with those of its causes, and its code when it has one'),
  reason: sometimes('why, in a word or a sentence'),
  version: sometimes('of the catalogue'),
  years: sometimes('whose holiday tables the city has taken'),
  days: sometimes('how many days ahead the holiday tables reach'),
  codePoints: sometimes('characters that the font of printed documents lacks'),
  cause: sometimes('code of the error beneath'),

  // Requests and calls.
  method: always('of a request'),
  route: always('route pattern of a request, without ids'),
  status: always('of the answer'),
  ms: always('how long it took'),
  ended: always('whether the response was read completely'),
  role: sometimes('role of the signed-in person'),
  rpc: sometimes('the call that failed'),
  caller: sometimes('the service that called'),
  count: sometimes('how many'),
  peer: sometimes('the service that was called'),
  code: sometimes('gRPC status of the call'),
  question: sometimes('name of a durable request'),
  again: sometimes('whether the request is repeated'),
  department: sometimes('of a case'),
  case: sometimes('number of the application and its step'),
  charge: sometimes('of what somebody owes: the application and its step'),
  refund: sometimes('number of money that goes back'),

  // Records.
  topic: sometimes('of a record'),
  partition: sometimes('of a record'),
  offset: sometimes('of a record'),
  key: sometimes('of a record: the number of an application'),
  outcome: sometimes('outcome of a record or a command'),
  refused: sometimes('why a record was refused'),
  records: sometimes('how many'),
  bytes: sometimes('of a record that is too large'),
  attempt: sometimes('number of the attempt'),
  groupId: always('consumer group'),
  topics: sometimes('topics of a consumer'),
  assigned: always('partitions of a consumer, by topic'),

  // Documents.
  kind: sometimes('of a document'),
  id: sometimes('of a document: the number of an application first'),
  batch: sometimes('id of a batch in the outbox'),
  commands: sometimes('number of commands in a batch'),
  passing: sometimes('whether the error may pass by itself'),
  hopeless: sometimes('whether the batch is not tried again'),
  documents: sometimes('number of documents a transaction changed'),
  projection: sometimes('name of a read model'),
  generation: sometimes('generation of a read model; rises with each rebuild'),
  transactions: sometimes('number of transactions left open'),

  // The life of a process.
  grpc: always('port for gRPC'),
  health: always('port for probes and metrics'),
  hosted: sometimes('services that share the process'),
  port: always('port for HTTP'),
  processId: always('id of this process in the outbox'),
  desks: always('departments the gateway reaches'),
  setting: sometimes('setting that allows a connection without TLS'),
  signal: always('signal that stops the process'),
  step: sometimes('of stopping'),

  // Of the Kafka library, on level debug but for errors.
  kafkajs: always('part of kafkajs that writes the line'),
  broker: sometimes('address of the broker'),
  clientId: sometimes('the service'),
  memberId: sometimes('this member of the group'),
  leaderId: sometimes('member that assigns the partitions'),
  isLeader: sometimes('whether this member is the leader'),
  groupProtocol: sometimes('how partitions are assigned'),
  duration: sometimes('ms that took'),
  error: sometimes('what went wrong'),
  correlationId: sometimes('of a request to a broker'),
  apiName: sometimes('of a request to a broker'),
  apiVersion: sometimes('of a request to a broker'),
  apiKey: sometimes('of a request to a broker'),
  size: sometimes('of a request or an answer, in bytes'),
  retryCount: sometimes('number of the retry'),
  retryTime: sometimes('ms until the next'),
  stack: sometimes('stack of the error'),
};
