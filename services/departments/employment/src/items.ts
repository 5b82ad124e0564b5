import type { Item } from '@lianban/casework';
import { courseItem } from './domain/course-item';
import { unemploymentRegistration } from './domain/unemployment';

export const items: readonly Item[] = [
  unemploymentRegistration,
  courseItem('caregiver-course'),
  courseItem('start-up-course'),
];
