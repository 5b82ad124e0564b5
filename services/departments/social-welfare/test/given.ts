import { join } from 'node:path';
import { itemCases } from '@lianban/testing';
import { items } from '../src/items';

export const { itemOf, given, entitled, ruled, missing } = itemCases(join(__dirname, '..'), items);
