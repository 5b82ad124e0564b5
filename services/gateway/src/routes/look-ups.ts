import { isRefusal } from '@lianban/model';
import { z } from 'zod';
import { route } from '../http/route';
import { named } from '../schemas/components';

const daysShown = 30;
const dayMs = 24 * 60 * 60 * 1000;

const lookUpList = named(
  'LookUpList',
  z
    .object({
      rows: z.array(
        z.object({
          day: z.string().describe('YYYY-MM-DD'),
          officer: z.string(),
          lookUps: z.number(),
          people: z.number().describe('Different people among them'),
        }),
      ),
    })
    .describe('The latest day first'),
);

/** What officers do at the counter with ID numbers, for their supervisor. */
export const lookUps = [
  route({
    method: 'get',
    path: '/api/desk/look-ups',
    id: 'listLookUps',
    summary: `How many people each officer of my department looked up by ID number, by day, in the last ${daysShown} days`,
    who: 'supervisor',
    shows: 'nothing',
    answers: lookUpList,
    async answer({ who: { department }, call }, { residents }) {
      const since = new Date(Date.now() - daysShown * dayMs);
      const found = await residents.listLookUps({ department, since }, call);
      if (isRefusal(found)) return found;
      const rows = found.rows.map(({ reader, ...row }) => ({ ...row, officer: reader.replace(/^\w+:/, '') }));
      return { body: { rows } };
    },
  }),
];
