import { health } from '@lianban/protos';
import { type GrpcService, grpcService } from '@lianban/grpc';
import { refuse } from '@lianban/model';
import type { App } from '@lianban/runtime';
import { fits } from './domain/birth';
import { BIRTHS } from './records';

const unknown = refuse(
  'birth-not-certified',
  'There is no certificate with this number for this child of this parent: have it written first.',
  '/certificateNumber',
);

/** Whether a birth is certified, for whoever enters it in the register. Says yes or no, and nothing of the child. */
export const birthsGrpc = (app: App): GrpcService =>
  grpcService(
    health.v1.BirthsServiceService,
    {
      async askBirth({ certificateNumber, parentId, birthDate: bornOn, sex, caseId, purpose }) {
        if (caseId === '' || purpose === '')
          return refuse('read-without-reason', 'Name the case it is needed for, and the item.', '/caseId');
        const found = await app.get(BIRTHS, certificateNumber);
        return found && fits(found.state, { parentId, bornOn, sex }) ? { certificateNumber } : unknown;
      },
    },
    { 'public-security': 'everything' },
  );
