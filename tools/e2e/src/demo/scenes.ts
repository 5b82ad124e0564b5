import { afterDeath } from './after-death';
import type { ShownApplication } from './client';
import { elderlyParent } from './elderly-parent';
import { newborn } from './newborn';
import { smallShop } from './small-shop';
import type { DemoStage } from './stage';

/** In the order in which they are shown: the last one moves the city's time. */
export const scenes: readonly ((stage: DemoStage) => Promise<ShownApplication>)[] = [
  smallShop,
  newborn,
  afterDeath,
  elderlyParent,
];
