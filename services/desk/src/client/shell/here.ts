import { useOutletContext } from 'react-router';
import type { Officer } from '@lianban/rest-client';

/** The signed-in officer: known on every page, because nothing is shown before. */
export const useHere = (): Officer => useOutletContext<Officer>();
