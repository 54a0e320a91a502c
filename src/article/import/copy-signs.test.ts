import { describe, expect, it } from 'vitest';
import { attributionText, isAdLine, isEndMark, isServiceSlug, isSlugline, looksLikeSubhead, signOf } from './copy-signs.ts';
import { readCaptionedCredit, readCaptionLine, readCreditLine } from './credit-line.ts';
import { isInterfaceLine } from './interface-line.ts';

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
    ['Copyright PTN Photo/Ada Lane', 'PTN Photo/Ada Lane', ''],
    ['Credit: Photo: Ada Lane', 'Ada Lane', ''],
    ['Coast photo by Ada Lane', 'Ada Lane', ''],
  ])('%s is a credit', (line, credit, source) => expect(readCreditLine(line)).toEqual({ credit, source, caption: '', file: '' }));
  it('tells what a picture shows from whose it is', () => {
    expect(readCreditLine('Image: A crane at berth 4 | Credit: Ada Lane / PTN')).toEqual({ caption: 'A crane at berth 4', credit: 'Ada Lane / PTN', source: '', file: '' });
    expect(readCreditLine('Image: pier.jpg | Credit: Ada Lane')).toEqual({ caption: '', credit: 'Ada Lane', source: '', file: 'pier.jpg' });
    expect(readCaptionedCredit('Boats wait at the quay on Sunday. (Photo: Ada Lane)')).toMatchObject({ caption: 'Boats wait at the quay on Sunday.', credit: 'Ada Lane' });
    expect(readCaptionedCredit('Boats wait at the quay | Photo Credit: Ada Lane')).toMatchObject({ caption: 'Boats wait at the quay', credit: 'Ada Lane' });
    expect(readCaptionLine('Image caption, Boats wait')).toBe('Boats wait');
    for (const line of ['He sold a picture by the sea (it was small).', 'She said so (see picture, page 4).', 'A long walk | A short rest']) expect(readCaptionedCredit(line)).toBeNull();
  });

  it.each(['4 min read', 'Share this article', 'COPY LINK', 'Follow us on Google News', '12 comments', 'Facebook'])('%s is a button of the page', (line) => expect(isInterfaceLine(line)).toBe(true));
  it.each(['Share prices fall', 'Print is not dead', 'Follow the money', 'Comments of the mayor'])('%s is text', (line) => expect(isInterfaceLine(line)).toBe(false));

  it.each(['Picture this. A road without end.', 'Image is everything', 'Photo finish in the final race', 'Credit where credit is due', 'Credit: The bank lends. It also takes.', 'Another picture by Goya was sold for a song'])('%s is none', (line) => expect(readCreditLine(line)).toBeNull());

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

  it.each([
    ['Pune | Updated: March 3, 2024 18:05 IST', [], ['March 3, 2024 18:05 IST'], ['Pune']],
    ['Published - March 3, 2024 06:05 pm IST - NEW TOWN', [], ['March 3, 2024 06:05 pm IST'], ['NEW TOWN']],
    ['Written by Ada Lane | New Town | Updated: March 3, 2024 18:05 IST', ['Ada Lane'], ['March 3, 2024 18:05 IST'], ['New Town']],
    ['Published : 3 March 2024 10:00 IST Last updated : 4 March 2024 11:00 IST', [], ['3 March 2024 10:00 IST', '4 March 2024 11:00 IST'], []],
    ['Posted by Ada Lane on March 3, 2024 at 6:05 pm', ['Ada Lane'], ['March 3, 2024 at 6:05 pm'], []],
    ['By Ada Lane with PTN', ['Ada Lane'], [], []],
  ])('%s is cut into its parts', (line, names, phrases, rest) => {
    const sign = signOf(line);
    if (sign.kind !== 'furniture') throw new Error(sign.kind);
    expect([sign.bylines.flatMap(({ credits }) => credits.people.map(({ name }) => name)), sign.times.map(({ phrase }) => phrase), sign.rest]).toEqual([names, phrases, rest]);
  });
  it.each(['By Friday - the deadline - nothing had moved', 'By Ada Lane | a story about a long road home in the rain and back again'])('%s is text', (line) => expect(signOf(line).kind).toBe('text'));

  it('takes no longer over a line of dashes than over a sentence', () => {
    expect(isSlugline(`A${'-'.repeat(80)}!`)).toBe(false);
    expect(isServiceSlug(`AP${'-A'.repeat(40)}!`)).toBe(false);
  });

  it('knows sluglines, subheads and speakers', () => {
    expect(isSlugline('ROAD-PUNE/DELAY (UPDATE 2)')).toBe(true);
    expect(isSlugline('ROAD-PUNE/UPDATE 3')).toBe(true);
    for (const line of ['BC-Storm', 'AP-EU--Dam Failure, 3rd Ld-Writethru']) expect(isServiceSlug(line)).toBe(true);
    for (const line of ['EU-India trade deal signed', 'Road-closure', 'US-led talks, a week late']) expect(isServiceSlug(line)).toBe(false);
    expect(isSlugline('MINUTES')).toBe(false);
    expect(isSlugline('Road-closure')).toBe(false);
    expect(looksLikeSubhead('What happens next?')).toBe(true);
    for (const line of ['It rained.', 'He said:', '“No.”', 'Also read: more', '* item']) expect(looksLikeSubhead(line)).toBe(false);
    expect(attributionText('— the engineer')).toBe('the engineer');
    expect(attributionText('- the engineer')).toBeNull();
  });
});
