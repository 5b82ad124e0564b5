/** Spaces and the dot of names like 阿卜杜拉·买买提 are typed in many ways, and tell nobody apart. */
const bare = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s·•・‧.]/g, '')
    .toLowerCase();

/** Whether two spellings are the same name; an empty one is nobody's. */
export const sameName = (one: string, other: string): boolean => bare(one) !== '' && bare(one) === bare(other);
