/** The fact that a benefit is not granted without: whether another case has it 未重复申领. A case that ended without it has given it up. */
export const CLAIM = 'claim';
