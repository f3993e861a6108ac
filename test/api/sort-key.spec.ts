import fc from 'fast-check';
import { searchKey } from '../../src/platform/text/search-key';
import { personSortKey, sortKey } from '../../src/platform/text/sort-key';

const SYLLABLES = (
  'a á à ả ã ạ ă ắ â ấ an án ăn ân ba bà cao chi đa đà dạ đạt em ê gì hai hải hãi hạ i khê lê lệ ma mã mạ mà na nga ngà ' +
  'ngã nghê o ô ơ ôn ơn phi phố qua rồi sa ta tha thà tra u ư ước va xa y ý'
).split(' ');

const collator = new Intl.Collator('vi');
const order = (a: string, b: string) => (a < b ? -1 : Number(a > b));

describe('the sort key', () => {
  it('orders syllables as the Vietnamese collation does', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SYLLABLES), fc.constantFrom(...SYLLABLES), (a, b) => {
        expect(order(sortKey(a), sortKey(b))).toBe(Math.sign(collator.compare(a, b)));
      }),
      { numRuns: 2000 },
    );
  });

  it('holds only characters that every collation orders alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(sortKey(text)).toMatch(/^[0-9a-z]*$/);
        expect(personSortKey(text).length).toBeLessThanOrEqual(400);
      }),
    );
  });

  it('puts the given name of a person first, then the family name', () => {
    const names = [
      'Trần Văn Bình',
      'Nguyễn Thị Ân',
      'Đỗ Thị An',
      'Lê Văn An',
      'Dương An',
      'Nguyễn Văn Đạt',
      'Lê Dũng',
    ];
    expect(names.toSorted((a, b) => order(personSortKey(a), personSortKey(b)))).toEqual([
      'Dương An',
      'Đỗ Thị An',
      'Lê Văn An',
      'Nguyễn Thị Ân',
      'Trần Văn Bình',
      'Lê Dũng',
      'Nguyễn Văn Đạt',
    ]);
  });
});

describe('the search key', () => {
  it.each([
    ['Sở Khoa học & Công nghệ', 'so khoa hoc cong nghe'],
    ['ĐẶNG Thị Đào', 'dang thi dao'],
    ['  12/BC-SKHCN ', '12 bc skhcn'],
  ])('of “%s” is “%s”', (text, key) => {
    expect(searchKey(text)).toBe(key);
    expect(searchKey(text.normalize('NFD'))).toBe(key);
  });
});
