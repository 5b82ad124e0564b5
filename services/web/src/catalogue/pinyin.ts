import { pinyin } from 'pinyin-pro';

const bare = { toneType: 'none', type: 'array', nonZh: 'removed' } as const;

/** The first letters of the pinyin: 开小店 → kxd. */
export const initialsOf = (chinese: string): string => pinyin(chinese, { ...bare, pattern: 'first' }).join('');

/** The pinyin without tones, in one word: 开小店 → kaixiaodian. */
export const spelledOf = (chinese: string): string => pinyin(chinese, bare).join('').replaceAll('ü', 'v');
