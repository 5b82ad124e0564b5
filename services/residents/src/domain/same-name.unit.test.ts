import { sameName } from './same-name';

test.each([
  ['王秀兰', ' 王 秀兰', true],
  ['阿卜杜拉·买买提', '阿卜杜拉•买买提', true],
  ['Anna Li', 'ANNA LI', true],
  ['王秀兰', '王秀', false],
  ['', '', false],
])('%j and %j: %j', (one, other, same) => {
  expect(sameName(one, other)).toBe(same);
});
