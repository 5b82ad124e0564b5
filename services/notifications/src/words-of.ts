import { shanghaiDay } from '@lianban/input';
import type { NoticeContent } from './domain/notice';
import { type Places, type Template, fill } from './domain/template';
import type { Language, Words } from './domain/words';

const whose = {
  own: { zh: '您的办件', en: 'Your application' },
  agents: { zh: '您代为办理的办件', en: 'An application you filed for somebody' },
} as const;
const months = 'January February March April May June July August September October November December'.split(' ');

/** 2026年3月4日 */
const dayIn = (language: Language, at: Date): string => {
  const [year, month, day] = shanghaiDay(at).split('-').map(Number) as [number, number, number];
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${months[month - 1]} ${year}`;
};

/** The words of one notice. `link` is the only place that a message outside the inbox points to. */
export function wordsOf(template: Template, notice: NoticeContent, link: string) {
  const placesIn = (language: Language): Places => ({
    number: notice.number,
    whose: whose[notice.to === notice.residentId ? 'own' : 'agents'][language],
    ...(notice.until && { until: dayIn(language, notice.until) }),
    link,
  });
  const filled = (words: Words): Words => ({ zh: fill(words.zh, placesIn('zh')), en: fill(words.en, placesIn('en')) });
  return {
    title: template.title,
    inbox: filled(template.inbox),
    ...(template.push && { push: filled(template.push) }),
  };
}
