/** "剩 {count} 个工作日" with its gaps filled; a gap nothing is given for stays visible. */
export const fill = (sentence: string, gaps: Readonly<Record<string, string | number>> = {}): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (name in gaps ? String(gaps[name]) : whole));
