import type { Evidence, Facts, ItemRules, Verdict } from '@lianban/casework';
import type { Refusal } from '@lianban/model';

/**
 * Item of a training course 职业技能培训 (`caregiver-course`, `start-up-course`). `known.seat` is the course's answer:
 * { course, seat }, or { available: false } with the place in the waiting list, if any. Granted with facts
 * { course, seat }; refused with "course-full" otherwise.
 */
export const courseItem = (code: 'caregiver-course' | 'start-up-course'): ItemRules => ({
  code,
  needs: () => ['seat'],
  isScarce: true,
  rule,
});

function rule({ known }: Evidence): Verdict | Refusal {
  const answer = known.seat;
  if (typeof answer !== 'object' || answer === null)
    return { refused: 'seat-missing', detail: 'The course has not answered yet whether it has a seat: ask it first.' };
  const { course, seat, place } = answer as Facts;

  if (typeof course === 'string' && Number.isSafeInteger(seat) && Number(seat) >= 1)
    return {
      outcome: 'granted',
      reason: 'seat-reserved',
      facts: { course, seat },
      grounds: [{ code: 'seat-kept', facts: { seat: String(seat) }, version: '1', met: true }],
    };
  return {
    outcome: 'refused',
    reason: 'course-full',
    facts: { ...(typeof course === 'string' && { course }), ...(typeof place === 'number' && { place }) },
    grounds: [{ code: 'seats-taken', version: '1', met: false }],
  };
}
