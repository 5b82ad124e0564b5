import { missing, ruled } from '../../test/given';

// 社会保险法 art. 58
test('a card for everybody', () => {
  const materials = [{ code: 'photo', grade: 'C', reference: 'm' }];
  expect(ruled('social-security-card', { answers: { insuranceCardFor: 'first' }, materials })).toMatchObject({
    outcome: 'granted',
    facts: { cardNumber: 'SC-LB20260302000001' },
  });
});

test('with a photo', () => {
  expect(missing('social-security-card', { answers: { insuranceCardFor: 'lost' } })).toEqual(['photo']);
});
