import type { Evidence, Ground, Item, Missing, Ruling, StepRequest } from '@lianban/casework';
import type { Refusal } from '@lianban/model';
import { HIGHEST_TOTAL } from './ability-items';
import { assess, type AssessedLevel } from './assessment';
import { readAssessment } from './assessment-form';

const STANDARD = { rule: 'GB/T 42195-2022', version: '2022' };

/** Only a rule may lean on the scores that came with the application: an officer signs what they themselves found. */
const formOf = ({ request, findings }: Evidence): unknown =>
  request.decidedBy === 'rule' && Object.keys(findings).length === 0 ? request.answers.assessment : findings;

function missing({ decidedBy, answers }: StepRequest): readonly Missing[] {
  if (decidedBy === 'officer') return [];
  if (answers.assessment === undefined || answers.assessment === null)
    return [{ code: 'assessment', note: 'The 26 scores of an assessment by a qualified assessor (GB/T 42195-2022).' }];
  const read = readAssessment(answers.assessment);
  if ('assessment' in read) return [];
  return read.wrong.map(({ field, problem }) => ({
    code: field === 'assessment' ? field : `assessment.${field}`,
    note: `${field} ${problem}.`,
  }));
}

function rule(evidence: Evidence): Ruling | Refusal {
  const read = readAssessment(formOf(evidence));
  if ('wrong' in read)
    return {
      refused: 'assessment-incomplete',
      detail: `The assessment cannot be used yet: ${read.wrong.map((w) => `${w.field} ${w.problem}`).join('; ')}.`,
      pointer: `/findings/${read.wrong[0]?.field ?? ''}`,
    };
  const assessed = assess(read.assessment);
  return {
    outcome: 'granted',
    reason: 'assessed',
    facts: { level: assessed.level, score: assessed.score },
    grounds: groundsOf(assessed),
  };
}

function groundsOf({ score, levelByScore, level, worsenedBy }: AssessedLevel): readonly Ground[] {
  const total: Ground = {
    ...STANDARD,
    code: 'ability-total',
    facts: { score: String(score), of: String(HIGHEST_TOTAL), level: String(levelByScore) },
    explanation: `The 26 items add up to ${score} of ${HIGHEST_TOTAL} points, which is level ${levelByScore}.`,
    met: true,
  };
  if (worsenedBy.length === 0) return [total];
  const worsened: Ground = {
    ...STANDARD,
    code: 'ability-worsened',
    facts: { level: String(level), by: worsenedBy.join(', ') },
    explanation: `Level ${level} because of: ${worsenedBy.join(', ')}.`,
    met: true,
  };
  return [total, worsened];
}

/**
 * Item elderly-ability-assessment 老年人能力评估. Says the level of ability, which later steps pay and plan by:
 * facts { level: 0–4, score: 0–90 }. Every complete assessment is granted; unusable scores are refused, all named.
 */
export const elderlyAbilityAssessment: Item = {
  code: 'elderly-ability-assessment',
  missing,
  needs: () => [],
  rule,
};
