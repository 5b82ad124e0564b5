import type { ItemRules } from '@lianban/casework';
import { foodBusinessLicence } from './domain/food-business-licence';
import { homeAdaptationPermit } from './domain/home-adaptation-permit';
import { shopfrontSign } from './domain/shopfront-sign';

export const items: readonly ItemRules[] = [homeAdaptationPermit, foodBusinessLicence, shopfrontSign];
