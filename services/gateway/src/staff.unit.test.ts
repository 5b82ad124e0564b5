import { CallFailed } from '@lianban/grpc';
import { type TestGateway, openGateway, problemIn } from '../test/test-gateway';
import { readStaffList } from './officers';
import { openStaff } from './staff';

const listOf = (...ids: string[]) =>
  readStaffList(JSON.stringify(ids.map((id) => ({ id, name: '陈立', department: 'permits' }))));

/** A closed list that a test can change, before desks that note what they are asked. */
function changing(...ids: string[]) {
  let text = listOf(...ids);
  let fault: Error | undefined;
  const asked: (readonly string[])[] = [];
  const errors: object[] = [];
  const staff = openStaff({
    read: () => {
      if (fault) throw fault;
      return text;
    },
    isClosed: true,
    desks: {
      permits: {
        releaseUnlisted: async ({ staff: some = [] }) => {
          asked.push(some);
          return { released: 1 };
        },
      },
      employment: { releaseUnlisted: () => Promise.reject(new CallFailed('employment', 'UNAVAILABLE', 'down', true)) },
    },
    log: { info: () => undefined, error: (of: unknown) => void errors.push(of as object) },
  });
  return {
    staff,
    asked,
    errors,
    set: (...now: string[]) => void (text = listOf(...now)),
    spoil: () => void (fault = new Error('no list')),
  };
}

test('whoever is taken off the list acts no more at the next reading, and their department gives their cases back', async () => {
  const { staff, asked, set } = changing('o-1', 'o-2');
  expect([staff.mayAct('o-2', 'permits'), staff.mayAct('o-2', 'employment')]).toEqual([true, false]);
  set('o-1');
  await staff.renew();
  expect([staff.mayAct('o-1', 'permits'), staff.mayAct('o-2', 'permits')]).toEqual([true, false]);
  expect(asked).toEqual([['o-1']]);
});

test('a list that cannot be read leaves the one before in use, and says so', async () => {
  const { staff, errors, spoil } = changing('o-1');
  spoil();
  await staff.renew();
  expect(staff.mayAct('o-1', 'permits')).toBe(true);
  expect(errors).toHaveLength(1);
});

test('a list that only gives names lets everybody act, and takes nothing from anybody', async () => {
  const releaseUnlisted = jest.fn();
  const log = { info: () => undefined, error: () => undefined };
  const staff = openStaff({ read: () => listOf('o-1'), isClosed: false, desks: { permits: { releaseUnlisted } }, log });
  await staff.renew();
  expect(staff.mayAct('o-9', 'permits')).toBe(true);
  expect(releaseUnlisted).not.toHaveBeenCalled();
});

let gateway: TestGateway | undefined;
afterEach(() => gateway?.close());

test('at the desk an officer who is not on it is turned away, before anything is asked', async () => {
  const { staff } = changing('o-1');
  gateway = await openGateway({ rest: { staff } });
  const as = (id: string) => ({ role: 'officer', id, department: 'permits' });
  expect((await gateway.send('/api/desk/officers', { as: as('o-1') })).status).toBe(200);
  const refused = await gateway.send('/api/desk/cases', { as: as('o-2') });
  expect([refused.status, (await problemIn(refused)).slug]).toEqual([403, 'not-on-staff-list']);
  expect(gateway.calls).toEqual([]);
});
