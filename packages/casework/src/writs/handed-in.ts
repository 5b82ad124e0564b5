import type { DepartmentFile, ItemEntry } from '@lianban/catalogue';
import type { StepRequest } from '../lifecycle/item';
import type { CaseState } from '../lifecycle/state';
import { type Text, wantedWords } from './words';

/** The item a case is about, in the version it was asked for; without that, the newest. */
export function itemOf({ item, itemVersion }: StepRequest, { items }: DepartmentFile): ItemEntry | undefined {
  const versions = items.filter(({ code }) => code === item).toSorted((a, b) => a.version - b.version);
  return versions.find(({ version }) => version === itemVersion) ?? versions.at(-1);
}

/** The papers of a case by their names, each with its trust grade. */
export const handedIn = (state: CaseState, file: DepartmentFile): readonly { name: Text; grade: string }[] => {
  if (state.status === 'unreceived') return [];
  const { request } = state.file;
  const item = itemOf(request, file);
  return request.materials.map(({ code, grade }) => ({ name: wantedWords(code, item, file), grade }));
};
