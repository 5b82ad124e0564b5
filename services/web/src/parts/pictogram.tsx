import type { ReactElement } from 'react';

/** Drawn in lines of the text's colour, 24 by 24; they repeat what the words beside them say. */
const drawings: Readonly<Record<string, string>> = {
  'employment-and-training': 'M4 8h16v11H4zM9 8V5h6v3M4 13h16M12 12v2',
  'social-security': 'M12 3l8 3v6c0 5-3.500 7.500-8 9-4.500-1.500-8-4-8-9V6zM8.500 12l2.500 2.500 4.500-5',
  'social-assistance':
    'M12 20s-7-4.500-7-9.500A3.800 3.800 0 0 1 12 8a3.800 3.800 0 0 1 7 2.500C19 15.500 12 20 12 20z',
  'social-welfare': 'M12 7.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM5 10h14M12 10v5M12 15l-4 6M12 15l4 6',
  'family-planning-and-health': 'M12 5v14M5 12h14M4 4h16v16H4z',
  'public-security': 'M5 4h14v16H5zM9 10a3 3 0 1 0 6 0 3 3 0 0 0-6 0zM8 17c1-3 7-3 8 0',
  'elderly-care':
    'M9 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM9 8v6l-3 7M9 14l4 7M9 10l5 2M17 11v10M17 11c0-1.500 2.500-1.500 2.500 0.500',
};

const fallback = 'M5 4h10l4 4v12H5zM14 4v5h5M8 13h8M8 16h8';

/** The pictogram of a service area. */
export const Pictogram = ({ of }: { readonly of: string }): ReactElement => (
  <svg className="pictogram" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={drawings[of] ?? fallback} />
  </svg>
);
