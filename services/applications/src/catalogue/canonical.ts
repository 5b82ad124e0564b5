import type { CatalogueText } from '@lianban/catalogue';
import { parse } from 'yaml';
import { z } from 'zod';

const named = z.object({ department: z.string() });
const ofService = z.object({ service: z.string() });
const versioned = z.object({ code: z.string(), version: z.number() });

/** What a text is by its contents: a department's file, a city service's, a version of a package, or none of them as far as can be seen. */
export function nameOf(text: string): Pick<CatalogueText, 'kind' | 'label'> | undefined {
  const value = attempt(text);
  const department = named.safeParse(value).data?.department;
  if (department !== undefined) return { kind: 'department', label: `${department}.yaml` };
  const service = ofService.safeParse(value).data?.service;
  if (service !== undefined) return { kind: 'service', label: `services/${service}.yaml` };
  const found = versioned.safeParse(value).data;
  return found && { kind: 'package', label: `packages/${found.code}.v${found.version}.yaml` };
}

/** Files under the names that a city keeps them by, wherever they stood. */
export const canonicalTexts = (texts: readonly CatalogueText[]): readonly CatalogueText[] =>
  texts.map((each) => ({ ...each, ...nameOf(each.text) }));

function attempt(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
