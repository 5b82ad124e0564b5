import { join } from 'node:path';
import { department } from '@lianban/casework';
import { announce } from './announcements';
import { answers, keepDisability } from './answers';
import { items } from './items';

/** Social welfare 民政和残联: allowances for disabled people, the aged and children nobody cares for, and the disability certificate. */
export const socialWelfare = department({
  name: 'social-welfare',
  folder: join(__dirname, '..'),
  items,
  announce,
  answers,
  policy: keepDisability,
  deaths: { from: 'public-security' },
});
