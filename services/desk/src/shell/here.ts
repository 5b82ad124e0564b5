import { useOutletContext } from 'react-router';
import type { Officer } from '@lianban/rest-client';

/** The officer at this desk: known on every page, because nothing is shown before. */
export const useHere = (): Officer => useOutletContext<Officer>();
