import { join } from 'node:path';
import { department } from '@lianban/casework';
import { announce } from './announcements';
import { answers, keepStatus } from './answers';
import { recheckBy } from './domain/assistance-end';
import { items } from './items';
import { ask, questions } from './questions';

/** Social assistance 社会救助: minimum living allowance 低保 and temporary relief 临时救助. */
export const socialAssistance = department({
  name: 'social-assistance',
  folder: join(__dirname, '..'),
  items,
  announce,
  answers,
  policy: keepStatus,
  asks: ask,
  requests: questions,
  deaths: { from: 'public-security', recheckBy },
});
