import fc from 'fast-check';
import { alikeParts, shinglesIn } from '../../src/domain/alike-parts';

const marked = (text: string, other: string, size = 3) =>
  alikeParts(text, shinglesIn(other, size), size)
    .map(({ text: part, alike }) => (alike ? `[${part}]` : part))
    .join('');

describe('the parts of a text that stand in another', () => {
  it.each([
    ['một hai ba bốn', 'không có gì chung', 'một hai ba bốn'],
    ['một hai ba bốn', 'một hai ba bốn', '[một hai ba bốn]'],
    ['Đầu, một hai ba; rồi thôi.', 'xem MỘT, HAI BA nhé', 'Đầu, [một hai ba]; rồi thôi.'],
    ['một hai', 'một hai', 'một hai'],
    ['hoà bình lâu dài', 'hòa bình lâu', '[hoà bình lâu] dài'],
    ['a b c x a b c', 'a b c', '[a b c] x [a b c]'],
    ['a b c d e', 'a b c b c d e', '[a b c d e]'],
    ['', 'một hai ba', ''],
  ])('“%s” beside “%s”', (text, other, expected) => {
    expect(marked(text, other)).toBe(expected);
  });

  it('are together the text, letter for letter, and change from one to the next', () => {
    const texts = fc
      .array(fc.constantFrom('một', 'hai', 'BA', ', ', ' ', '\n', '<b>', 'é', '9'))
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(texts, texts, (text, other) => {
        const parts = alikeParts(text, shinglesIn(other, 2), 2);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.every(({ alike }, at) => alike !== parts[at + 1]?.alike)).toBe(true);
      }),
    );
  });
});
