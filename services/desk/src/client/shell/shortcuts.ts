/** The single-key shortcuts of the desk. */
export const keys = {
  j: 'next',
  k: 'previous',
  Enter: 'open',
  c: 'claim',
  '/': 'find',
  '?': 'help',
} as const;

export type ShortcutAction = (typeof keys)[keyof typeof keys];

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing?: boolean;
}

/** The focused element, as far as it matters. */
export interface KeyTarget {
  readonly tagName: string;
  readonly isContentEditable?: boolean;
  readonly role?: string | null;
}

const typing = ['INPUT', 'TEXTAREA', 'SELECT'];
const pressable = ['BUTTON', 'A', 'SUMMARY'];

/**
 * The action of a key; undefined while somebody types (also with an input method), for combinations, which belong to the
 * browser, and for Enter on an element that Enter activates.
 */
export function askOf(pressed: KeyPress, place: KeyTarget | undefined): ShortcutAction | undefined {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey || pressed.isComposing) return undefined;
  if (place && (typing.includes(place.tagName) || place.isContentEditable || place.role === 'combobox'))
    return undefined;
  if (pressed.key === 'Enter' && place && pressable.includes(place.tagName)) return undefined;
  return (keys as Readonly<Record<string, ShortcutAction>>)[pressed.key];
}
