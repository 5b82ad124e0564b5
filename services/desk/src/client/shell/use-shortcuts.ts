import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { kept } from '../view/kept';
import { type ShortcutAction, askOf } from './shortcuts';

const listeners = new Set<() => void>();

/** Whether shortcuts are on: an officer who dictates can turn them off (WCAG 2.1.4). */
export const shortcutsOn = {
  get: () => kept.get('shortcuts') !== 'off',
  set(on: boolean) {
    kept.set('shortcuts', on ? 'on' : 'off');
    listeners.forEach((tell) => tell());
  },
  subscribe(tell: () => void) {
    listeners.add(tell);
    return () => void listeners.delete(tell);
  },
};

export const useShortcutsOn = (): boolean => useSyncExternalStore(shortcutsOn.subscribe, shortcutsOn.get);

/** Runs the action of a key while the component is mounted and no dialog is open. */
export function useShortcuts(acts: Partial<Record<ShortcutAction, () => void>>): void {
  const isOn = useShortcutsOn();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (document.querySelector('[role=dialog]')) return;
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    const place = target && {
      tagName: target.tagName,
      isContentEditable: target.isContentEditable,
      role: target.getAttribute('role'),
    };
    const ask = askOf(event, place);
    const act = ask && acts[ask];
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isOn]);
}
