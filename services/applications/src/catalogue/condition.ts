import { evaluate, parseExpression } from 'feelin';
import type { Condition, Verdict } from '../domain/plan';

/** Conditions are decided again when a decision is explained: nothing in them may depend on the moment. */
const UNREPEATABLE: ReadonlySet<string> = new Set(['now', 'today', 'random number']);

/** What a condition may look at: fields of the form, and of each needed step, by its alias, the names of its facts. */
export interface Names {
  readonly fields: ReadonlySet<string>;
  readonly steps: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * What is wrong with a FEEL expression, in sentences; nothing, when it can be evaluated over the given names. A name
 * nobody defines is wrong, not null: `wants = tru` would otherwise hold for whoever left the question out.
 */
export function conditionProblems(expression: string, { fields, steps }: Names): readonly string[] {
  try {
    evaluate(expression, {});
  } catch (error) {
    return [`"${expression}" is not a FEEL expression: ${error instanceof Error ? error.message : String(error)}.`];
  }
  const { used, bound, paths } = namesIn(expression);
  const unsaid = paths.flatMap(([step, fact]) => {
    const facts = steps.get(step);
    if (facts === undefined || bound.has(step) || fact === 'outcome' || facts.has(fact)) return [];
    return [`"${expression}" uses "${step}.${fact}", a fact that the step's item does not list in the catalogue.`];
  });
  const unknown = [...used].flatMap((name) => {
    if (UNREPEATABLE.has(name))
      return [`"${expression}" uses "${name}": a condition may look at answers and steps only.`];
    if (fields.has(name) || steps.has(name) || bound.has(name) || isBuiltIn(name)) return [];
    const known = [...fields, ...steps.keys()].join(', ') || 'none';
    return [`"${expression}" uses "${name}", which is neither a form field nor a needed step (known here: ${known}).`];
  });
  return [...unknown, ...unsaid];
}

/** The answers and steps an expression looks at, by the names it uses for them. */
export function namesOf(expression: string): ReadonlySet<string> {
  const { used, bound } = namesIn(expression);
  return new Set([...used].filter((name) => !bound.has(name) && !isBuiltIn(name)));
}

const isBuiltIn = (name: string): boolean => typeof evaluate(name, {}).value === 'function';

/**
 * Variables used, names an expression gives itself (`some x in …`, function parameters, context keys), and what it
 * looks at in a variable, as [variable, part].
 */
function namesIn(expression: string): { used: Set<string>; bound: Set<string>; paths: [string, string][] } {
  const used = new Set<string>();
  const bound = new Set<string>();
  const paths: [string, string][] = [];
  parseExpression(expression, {}, undefined).iterate({
    enter({ name, from, to, node }) {
      if (name === 'VariableName') used.add(expression.slice(from, to));
      if (name === 'Name') bound.add(expression.slice(from, to));
      const [of, part] = name === 'PathExpression' ? [node.firstChild, node.lastChild] : [];
      if (of?.name === 'VariableName' && part)
        paths.push([expression.slice(of.from, of.to), expression.slice(part.from, part.to)]);
    },
  });
  return { used, bound, paths };
}

/**
 * One condition out of several expressions, all of which must hold. Null (an answer left out, a fact a department did
 * not give) and anything else but true counts as not met; the explanation names the expression and never an answer.
 */
export function compileCondition(expressions: readonly string[]): Condition {
  return (context) => {
    for (const expression of expressions) {
      const verdict = judge(expression, context);
      if (!verdict.holds) return verdict;
    }
    return { holds: true, why: expressions.join(' and ') || 'always' };
  };
}

function judge(expression: string, context: Readonly<Record<string, unknown>>): Verdict {
  const { value, warnings } = evaluate(expression, context);
  if (value === true || value === false) return { holds: value, why: expression };
  const unknown = [...new Set(warnings.map(({ position }) => expression.slice(position.from, position.to)))];
  return { holds: false, why: `${expression} (unknown: ${unknown.join(', ') || 'not a yes or no'})` };
}
