/** Fills the placeholders of "剩 {count} 个工作日"; one without a value stays visible. */
export const fill = (sentence: string, gaps: Readonly<Record<string, string | number>> = {}): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (name in gaps ? String(gaps[name]) : whole));
