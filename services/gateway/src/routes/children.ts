import { isRefusal } from '@lianban/model';
import { z } from 'zod';
import { route } from '../http/route';
import { named } from '../schemas/components';

const childList = named(
  'ChildList',
  z.object({ children: z.array(z.object({ residentId: z.string(), name: z.string() })) }),
);

export const children = [
  route({
    method: 'get',
    path: '/api/me/children',
    id: 'listChildren',
    summary: 'The minors of my household, whom I may apply about',
    who: 'resident',
    answers: childList,
    async answer({ who, call }, { residents }) {
      const found = await residents.listChildren({ residentId: who.id }, call);
      return isRefusal(found) ? found : { body: { children: found.children } };
    },
  }),
];
