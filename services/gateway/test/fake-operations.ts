import type { Definition } from '@lianban/grpc';
import { operations } from '@lianban/protos';
import type { OperationsClient } from '../src/ports';

/** A service that answers every call with an empty message. */
export const emptyAnswers = (definition: Definition): object =>
  Object.fromEntries(
    Object.entries(definition).map(([name, { responseDeserialize }]) => [
      name,
      async () => responseDeserialize(Buffer.alloc(0)),
    ]),
  );

/** One in which nothing hangs. */
export const fakeOperations = emptyAnswers(operations.v1.OperationsServiceService) as OperationsClient;
