import { applications, notifications } from '@lianban/protos';
import { golden } from './golden';

const applicationNumber = 'LB-310115-20260302-000042';
const at = new Date('2026-03-02T01:30:00.250Z');
const until = new Date('2026-03-09T15:59:59.999Z');

/** What people are told of, and what could not be told them. */
export const saidOfNotices = [
  golden(
    applications.v1.ApplicantConcerned,
    {
      ...{ applicationNumber, what: 'supplement-requested', residentId: 'r-0042', agentId: 'r-0043' },
      ...{ package: 'elderly-parent-care', packageVersion: 1, step: 'licence', item: 'food-licence' },
      ...{ department: 'permits', until, at },
    },
    `
    0a194c422d3331303131352d32303236303330322d3030303034321214737570706c656d656e742d7265717565737465641a
    06722d303034322206722d303034332a13656c6465726c792d706172656e742d6361726530013a076c6963656e6365420c66
    6f6f642d6c6963656e63654a077065726d697473520c08ffdcbbcd0610c08faedc035a0b0898d093cd061080e59a77
    `,
  ),
  golden(
    applications.v1.ApplicantConcerned,
    { applicationNumber, what: 'ended', residentId: 'r-0042', at, deadlineBefore: true },
    `
    0a194c422d3331303131352d32303236303330322d3030303034321205656e6465641a06722d303034325a0b0898d093cd06
    1080e59a776001
    `,
  ),
  golden(
    notifications.v1.NoticeFailed,
    {
      noticeId: `${applicationNumber}/00112233445566778899aabbccddeeff`,
      ...{ applicationNumber, step: 'licence', department: 'permits', class: 'legal', failedAt: until },
    },
    `
    0a3a4c422d3331303131352d32303236303330322d3030303034322f30303131323233333434353536363737383839396161
    6262636364646565666612194c422d3331303131352d32303236303330322d3030303034321a076c6963656e636522077065
    726d6974732a056c6567616c320c08ffdcbbcd0610c08faedc03
    `,
  ),
];
