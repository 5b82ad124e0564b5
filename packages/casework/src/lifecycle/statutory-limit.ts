import type { StepRequest } from './item';

/** Whether the law of the item counts its limit in calendar days 日 (居住证, 居民身份证), not in working days 工作日. */
export const isCalendarDays = <T extends Pick<StepRequest, 'statutoryCalendarDays'>>(
  request: T,
): request is T & { readonly statutoryCalendarDays: number } => request.statutoryCalendarDays !== undefined;
