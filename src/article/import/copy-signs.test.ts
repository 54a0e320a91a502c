import { describe, expect, it } from 'vitest';
import { attributionText, isAdLine, isEndMark, isSlugline, looksLikeSubhead, readCreditLine, signOf } from './copy-signs.ts';

describe('signs of copy', () => {
  it.each(['ENDS', 'Ends', '-ends-', '- ENDS -', '(ENDS)', 'END', '-30-', '- 30 -', '—30—', '###', '# # #', '#####', '**ENDS**'])('%s ends copy', (line) => expect(isEndMark(line)).toBe(true));
  it.each(['30', '# one', 'Ends here', 'The end', '##', '-', '30-', 'trends', 'mf'])('%s does not', (line) => expect(isEndMark(line)).toBe(false));

  it.each(['Advertisement', 'ADVERTISEMENT', 'Ad', 'AD', 'ads', '- Advertisement -', '[Advertisement]', 'Advertisement:', 'Article continues below this advertisement'])('%s is an ad line', (line) => expect(isAdLine(line)).toBe(true));
  it.each(['Advertisement for a bike', 'Adam', 'A D', 'Add', 'The ad ran twice'])('%s is none', (line) => expect(isAdLine(line)).toBe(false));

  it.each([
    ['IMAGE: PTN | Image:self', 'PTN', 'self'],
    ['Photo / Ada Lane', 'Ada Lane', ''],
    ['Pic; PTN', 'PTN', ''],
    ['Picture | Ada Lane', 'Ada Lane', ''],
    ['Credit: Ada Lane / Coast Wire', 'Ada Lane / Coast Wire', ''],
    ['Photo credit: Ada Lane; Source: handout', 'Ada Lane', 'handout'],
    ['PHOTO: Ada Lane | Coast Wire', 'Ada Lane | Coast Wire', ''],
    ['Photo by Ada Lane', 'Ada Lane', ''],
    ['Representational image: PTN', 'PTN', ''],
  ])('%s is a credit', (line, credit, source) => expect(readCreditLine(line)).toEqual({ credit, source }));
  it.each(['Picture this. A road without end.', 'Image is everything', 'Photo finish in the final race', 'Credit where credit is due', 'Credit: The bank lends. It also takes.'])('%s is none', (line) => expect(readCreditLine(line)).toBeNull());

  it.each([
    ['Updated March 3rd, 2024 at 18:05 IST', 'updatedAt'],
    ['Last updated: 3 Mar 2024, 6:05 pm', 'updatedAt'],
    ['LAST UPDATE: 3 March 2024 18:05', 'updatedAt'],
    ['Posted on 3 March 2024 18:05', 'publishedAt'],
    ['First published: 3 March 2024 18:05', 'publishedAt'],
    ['Published at 18:05 IST, 3 March 2024', 'publishedAt'],
  ])('%s', (line, field) => expect(signOf(line)).toMatchObject({ kind: 'furniture', times: [{ field }] }));
  it.each(['Updated figures show a rise', 'Posted by hand', 'Published works', 'Update'])('%s is text', (line) => expect(signOf(line).kind).toBe('text'));

  it('cuts a line where a new label begins', () => {
    const sign = signOf('By Ada Lane | Updated: 3 Mar 2024 | 18:05 IST | Published: 2 Mar 2024 10:00 IST');
    expect(sign).toMatchObject({ times: [{ phrase: '3 Mar 2024 | 18:05 IST' }, { phrase: '2 Mar 2024 10:00 IST' }], bylines: [{ text: 'By Ada Lane' }] });
  });

  it('knows sluglines, subheads and speakers', () => {
    expect(isSlugline('ROAD-PUNE/DELAY (UPDATE 2)')).toBe(true);
    expect(isSlugline('MINUTES')).toBe(false);
    expect(isSlugline('Road-closure')).toBe(false);
    expect(looksLikeSubhead('What happens next?')).toBe(true);
    for (const line of ['It rained.', 'He said:', '“No.”', 'Also read: more', '* item']) expect(looksLikeSubhead(line)).toBe(false);
    expect(attributionText('— the engineer')).toBe('the engineer');
    expect(attributionText('- the engineer')).toBeNull();
  });
});
