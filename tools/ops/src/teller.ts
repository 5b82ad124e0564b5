import type { CityInspector } from './inspect/city';
import type { CommandResult } from './output';

/** How commands run and print: on the city, or on one of its services. */
export interface Teller {
  readonly answer: (ask: (city: CityInspector) => Promise<CommandResult>) => Promise<void>;
  readonly tell: (answer: CommandResult) => void;
}
