import { applications, residents } from '@lianban/protos';
import type { OwnApplications, OwnEntry } from '../src/ports';

const applicationOf = {
  applicationNumber: 'A-1',
  package: 'small-shop',
  residentId: 'r-1',
  steps: [{ id: 'licence', department: 'permits', status: 'requested' }],
};

export const fakeOwnEntry: OwnEntry = {
  getEntry: async ({ residentId }) =>
    residents.v1.OwnEntry.fromPartial({
      residentId,
      name: '王秀兰',
      idNumber: '11010519491231002X',
      district: '410105',
    }),
};

export const fakeOwnApplications: OwnApplications = {
  listApplications: async () =>
    applications.v1.OwnApplications.fromPartial({
      applications: [{ application: applicationOf, answers: { savings: 1200 } }],
    }),
  listUploads: async () =>
    applications.v1.OwnUploads.fromPartial({
      uploads: [
        {
          upload: { reference: 'FM00000000-0000-4000-8000-000000000000', type: 'image/png', size: 3, sha256: 'aa' },
          used: true,
        },
      ],
    }),
};
