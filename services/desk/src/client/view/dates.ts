const zone = 'Asia/Shanghai';

/** Limits are dates in Shanghai, in whatever time zone the browser is. */
export const dayText = (iso: string | undefined, language: string): string =>
  iso
    ? new Intl.DateTimeFormat(language, { timeZone: zone, month: 'numeric', day: 'numeric' }).format(new Date(iso))
    : '';

/** With the year, as a document writes it. */
export const wholeDayText = (iso: string, language: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: zone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  }).format(new Date(iso));

export const momentText = (iso: string | undefined, language: string): string =>
  iso
    ? new Intl.DateTimeFormat(language, {
        timeZone: zone,
        month: 'numeric',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }).format(new Date(iso))
    : '';
