export { type FileForEver, isCompressed, isServable, loadFile, sendForEver } from './file-for-ever';
export { health } from './health';
