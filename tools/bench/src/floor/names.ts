/** The floor's own four departments: they mirror those of the package that is measured. */
export const floorDepartments = ['employment', 'social-assistance', 'elderly-care', 'permits'] as const;

export interface FloorTopics {
  readonly commands: Readonly<Record<string, string>>;
  readonly replies: string;
  readonly ended: string;
}

/** One topic a department for commands, so that each record is consumed once, and one each for replies and ends. */
export const floorTopics = (prefix: string): FloorTopics => ({
  commands: Object.fromEntries(floorDepartments.map((name) => [name, `${prefix}floor.${name}`])),
  replies: `${prefix}floor.replies`,
  ended: `${prefix}floor.ended`,
});
