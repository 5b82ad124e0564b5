import { MongoClient } from 'mongodb';
import type { Subject } from '../load/subject';
import type { BenchServers } from '../machine/servers';
import { Problem } from '../problem';
import { formerNumber } from './copy';

const looked = 20;

/**
 * Fetches copies from the gateway as their residents: apart from the number, the answer must equal the one for a real
 * application with the same answers. @throws Problem when it differs
 */
export async function likeReal(
  { mongoUrl }: BenchServers,
  prefix: string,
  subject: Subject,
  copies: number,
): Promise<void> {
  if (!subject.show) return;
  const client = await new MongoClient(mongoUrl).connect();
  try {
    const applications = client
      .db(`${prefix}applications`)
      .collection<{ _id: string; version: number; state: { residentId: string; submittedAt: Date } }>('applications');
    const shown = async (_id: string, residentId: string) =>
      (await subject.show!(residentId, `/api/applications/${_id}`)).replaceAll(_id, 'NUMBER');
    for (let nth = 0; nth < looked; nth++) {
      const number = formerNumber(Math.floor((nth * (copies - 1)) / looked));
      const copy = await applications.findOne({ _id: number });
      if (!copy) throw new Problem(`the copy ${number} is not in the database`);
      const { version, state } = copy;
      const { residentId, submittedAt } = state;
      const same = { version, 'state.residentId': residentId, 'state.submittedAt': submittedAt };
      const real = await applications.findOne({ ...same, _id: { $gte: 'LB2026' } });
      if (!real) throw new Problem(`the application that ${number} was copied from is gone`);
      if ((await shown(number, residentId)) !== (await shown(real._id, residentId)))
        throw new Problem(`the gateway shows ${number} otherwise than ${real._id}, which it was copied from`);
    }
  } finally {
    await client.close();
  }
}
