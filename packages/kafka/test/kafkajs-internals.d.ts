// The parts of kafkajs 2.2.4, without types of their own, which the fake cluster drives as the library does.
declare module 'kafkajs/src/producer/sendMessages' {
  import type { Acknowledgement, TopicMessages } from '../src/kafkajs-producer';
  const createSendMessages: (
    needs: object,
  ) => (batch: { acks: number; topicMessages: TopicMessages[] }) => Promise<Acknowledgement[]>;
  export default createSendMessages;
}
declare module 'kafkajs/src/producer/eosManager' {
  const createEosManager: (needs: object) => { initProducerId(): Promise<void> };
  export default createEosManager;
}
declare module 'kafkajs/src/retry' {
  const createRetry: (options: object) => object;
  export default createRetry;
}
declare module 'kafkajs/src/errors' {
  export const KafkaJSRequestTimeoutError: new (message: string, metadata: object) => Error;
}
declare module 'kafkajs/src/protocol/error' {
  export const createErrorFromCode: (code: number) => Error;
}
