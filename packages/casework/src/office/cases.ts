/** The kind of document every department keeps its cases in. */
export const CASES = 'cases';
