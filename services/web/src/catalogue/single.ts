import type { Package } from '@lianban/rest-client';

/** Whether it is an item by itself 单办, and not several of them 一件事. */
export const isSingle = ({ code, steps }: Package): boolean => steps.length === 1 && steps[0]?.item.code === code;
