import type { Channel } from './channel';
import type { MadeNotice, NoticeCommand } from './notice';
import { sendableAt } from './quiet-hours';
import type { Preference } from './recipient';

/**
 * What to do with a notice that is due: hold it over the quiet hours, or send it by the first way its recipient chose that is open.
 * Who chose none is told in the inbox alone; a legal notice is sent all the same, by whatever this city has.
 */
export function nextAct(
  notice: Pick<MadeNotice, 'class' | 'closed' | 'status' | 'until'>,
  { channels, quietHours }: Preference,
  ofCity: readonly Channel[],
  now: Date,
): NoticeCommand {
  const chosen = notice.class === 'legal' ? [...new Set([...channels, ...ofCity])] : channels;
  const next = chosen.find((channel) => ofCity.includes(channel) && !notice.closed.includes(channel));
  if (next === undefined) return { type: 'SendNotice' };
  const at = sendableAt(now, quietHours, notice.until);
  return at > now ? { type: 'HoldNotice', until: at } : { type: 'SendNotice', next };
}
