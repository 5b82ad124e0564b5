import { join } from 'node:path';
import { department } from '@lianban/casework';
import { announce } from './announcements';
import { items } from './items';

/** Permits 行政许可: home adaptations, food businesses, shopfront signs. */
export const permits = department({ name: 'permits', folder: join(__dirname, '..'), items, announce });
