import type { ItemRules } from '@lianban/casework';
import { courseItem } from './domain/course-item';
import { unemploymentRegistration } from './domain/unemployment';

export const items: readonly ItemRules[] = [
  unemploymentRegistration,
  courseItem('caregiver-course'),
  courseItem('start-up-course'),
];
