import type { Problem, Read, ServiceFile } from '@lianban/catalogue';
import type { Performer, ServiceItem } from './catalogue';

/** City services that perform steps, and their items, with everything that contradicts another file. */
export interface CheckedServices {
  readonly services: readonly Performer[];
  readonly items: readonly ServiceItem[];
  readonly problems: readonly Problem[];
}

const nothingAsked = { materials: [], shares: [], conditions: [] };

/** @param departments no service has the name of one: a step would belong to both */
export function checkServices(files: readonly Read<ServiceFile>[], departments: readonly Performer[]): CheckedServices {
  const services: Performer[] = [];
  const items: ServiceItem[] = [];
  const problems: Problem[] = [];
  for (const { source, value } of files) {
    const { service, performs, topic, name, complaints, words } = value;
    if ([...departments, ...services].some((other) => other.name === service))
      problems.push(source.problem(['service'], `"${service}" has a file already.`));
    const declaredAt = `${source.file}:${source.lineOf(['topic'])}`;
    const office = { name: service, performs, topic, declaredAt, title: name, complaints };
    services.push({ ...office, reasons: [], grounds: [], words });
    for (const [index, entry] of value.items.entries()) {
      const { code, version } = entry;
      if (items.some((other) => other.code === code && other.version === version && other.department === service))
        problems.push(source.problem(['items', index, 'code'], `item "${code}" version ${version} exists already.`));
      items.push({ ...entry, ...nothingAsked, performs, department: service });
    }
  }
  return { services, items, problems };
}
