import { join } from 'node:path';
import { department } from '@lianban/casework';
import { announce } from './announcements';
import { items } from './items';

/** Elderly care 养老: how able somebody is to look after themselves (GB/T 42195-2022), and the allowance that follows. */
export const elderlyCare = department({
  name: 'elderly-care',
  folder: join(__dirname, '..'),
  items,
  announce,
  deaths: { from: 'public-security' },
});
