export { chunkHandler, type ConsumePorts } from './consume';
export { type About, type Hears, type Reaction, on } from './hear';
export { Parking } from './parking';
export { parseRecord } from './parse';
