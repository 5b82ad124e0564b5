import { requestKeyId } from './request-key';

test('a key belongs to one resident, and to the agent who uses it', () => {
  expect(requestKeyId('resident-1', '', 'k')).not.toBe(requestKeyId('resident-2', '', 'k'));
  expect(requestKeyId('resident-1', 'agent-1', 'k')).not.toBe(requestKeyId('resident-1', '', 'k'));
});
