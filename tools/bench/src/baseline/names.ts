/** The baseline's own four departments: they mirror those of the package that is measured. */
export const baselineDepartments = ['employment', 'social-assistance', 'elderly-care', 'permits'] as const;

export interface BaselineTopics {
  readonly commands: Readonly<Record<string, string>>;
  readonly replies: string;
  readonly ended: string;
}

/** One command topic per department, so that each record is consumed once, and one topic each for replies and ends. */
export const baselineTopics = (prefix: string): BaselineTopics => ({
  commands: Object.fromEntries(baselineDepartments.map((name) => [name, `${prefix}baseline.${name}`])),
  replies: `${prefix}baseline.replies`,
  ended: `${prefix}baseline.ended`,
});
