import { type LaterSentences, type Wording, wording1 } from './wording-1';

const later = {
  provisional: {
    zh: '{day}（暂定，以国务院公布的放假安排为准）',
    en: '{day} (provisional, until the State Council publishes the holidays)',
  },
  error: { zh: '原决定存在错误：{reason}。', en: 'What was wrong with the former decision: {reason}.' },
} as const satisfies LaterSentences;

/** Says of a day that it is provisional 暂定 (docs/adr/0041), and of a corrected decision what was wrong with it (docs/adr/0040). */
export const wording2: Wording = {
  ...wording1,
  sentences: { ...wording1.sentences, ...later },
};
