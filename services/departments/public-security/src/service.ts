import { join } from 'node:path';
import { department } from '@lianban/casework';
import { announce } from './announcements';
import { items } from './items';
import { ask, questions } from './questions';

/** Public security 公安户政: births, deaths and moves in the register, residence permits and identity cards. */
export const publicSecurity = department({
  name: 'public-security',
  folder: join(__dirname, '..'),
  items,
  announce,
  asks: ask,
  requests: questions,
});
