export { type FileForEver, isServable, loadFile, sendForEver } from './file-for-ever';
export { health } from './health';
