export { type Scan, type Scanned, clamd } from './clamd';
export { type Examined, LARGEST_PAPER, LARGEST_SENT, PAPER_TYPES, type Paper, type PaperType, unfit } from './examined';
export { type Examiner, openExaminer } from './examiner';
