import { join } from 'node:path';
import { department } from '@lianban/casework';
import { announce } from './announcements';
import { answers, keepBenefit } from './answers';
import { items } from './items';

/** Social security 社会保险: enrolment in flexible work, unemployment, retirement, survivors, and the card. */
export const socialSecurity = department({
  name: 'social-security',
  folder: join(__dirname, '..'),
  items,
  announce,
  answers,
  policy: keepBenefit,
});
