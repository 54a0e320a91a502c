import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type BodyJson, parseBlocks } from '../../src/article/body.ts';
import { paste } from '../../src/article/import/paste.ts';

const fixtures = new URL('../fixtures/paste-a/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, fixtures), 'utf8');

/** Blocks as short text: `subhead2: Council backs _green_ budget`. */
function short(block: BodyJson): string {
  const inline = (node: BodyJson): string => {
    if (node.type === 'hardBreak') return '⏎';
    return (node.marks ?? []).reduce((text, mark) => ({ bold: `*${text}*`, italic: `_${text}_`, code: `\`${text}\``, link: `[${text}](${String(mark.attrs?.['href'])})` })[mark.type] ?? `${mark.type}(${text})`, node.text ?? '');
  };
  const content = (block.content ?? []).map((child) => (child.type === 'text' || child.type === 'hardBreak' ? inline(child) : short(child)));
  const name = block.type === 'subhead' ? `subhead${String(block.attrs?.['level'])}` : block.type;
  const isText = (block.content ?? []).every((child) => child.type === 'text' || child.type === 'hardBreak');
  if (name === 'paragraph') return content.join('');
  return isText ? `${name}: ${content.join('')}` : `${name}(${content.join(' / ')})`;
}

function pasted(name: string, html = true): { blocks: readonly BodyJson[]; lines: string[]; removed: string[] } {
  const { blocks, removed } = paste({ html: html ? read(`${name}.html`) : null, text: read(`${name}.txt`) });
  const parsed = parseBlocks(JSON.parse(JSON.stringify(blocks)));
  expect(parsed).toEqual({ ok: true, value: blocks });
  return { blocks, lines: blocks.map(short), removed: removed.map(({ why }) => why) };
}

describe('what programs put on the clipboard', () => {
  test('Word: a story with a subhead, a link and smart tags', () => {
    expect(pasted('a01-word-win-story').lines).toEqual([
      'subhead2: Council backs _green_ budget',
      'New Delhi: The council on Tuesday *approved* a plan worth Rs\u00a04,200\u00a0crore, the first in Kerala’s history.',
      '“We’ll see,” the mayor said in [an interview](https://example.org/interview?id=7&lang=en). No date was set.',
    ]);
  });

  test('Google Docs: the outer b is not bold, a soft break is a line break', () => {
    expect(pasted('a02-google-docs-story').lines).toEqual([
      'subhead2: Talks stall in Geneva',
      'The two sides met for *nine hours*_ without a deal_, [officials said](https://example.org/geneva).',
      'First line of a statement⏎second line after a soft break',
    ]);
  });

  test('Pages: converted spaces and tabs stay blanks', () => {
    expect(pasted('a03-apple-pages').lines).toEqual(['*Ferry service returns*', 'By *Asha Rao*\tKochi', 'The ferry, idle since 2019, sailed at dawn.']);
  });

  test('LibreOffice: fonts go, the numbered list stays', () => {
    expect(pasted('a04-libreoffice-writer').lines).toEqual([
      'subhead2: Storm toll rises',
      'The coast\u00adguard said *14* people were rescued near _Alappuzha_.',
      'orderedList(listItem(Boats: 6) / listItem(Helicopters: 2))',
      '[Live updates](https://example.org/storm)',
    ]);
  });

  test('Outlook: the header block keeps its lines, borders are no rules', () => {
    expect(pasted('a05-outlook-mail').lines).toEqual([
      'Hi desk,',
      'Please use this quote: “The bridge is safe.”',
      '*From:* R. Menon <[r.menon@example.org](mailto:r.menon@example.org)>⏎*Sent:* 29 December 2021 10:43⏎*Subject:* RE: Bridge',
    ]);
  });

  test('Slack: the emoji is text, not a picture', () => {
    expect(pasted('a06-slack-message').lines).toEqual([
      '@Priya Nair *Confirmed:* the vote is at `16:30` :white_check_mark:',
      'See [the agenda](https://example.org/agenda)',
      'bulletList(listItem(Item 4 is pulled) / listItem(Item 5 stays))',
    ]);
  });

  test('a news page: the picture is held, the advertisement is a slot without its code', () => {
    const { blocks, lines, removed } = pasted('a07-web-news-page');
    expect(lines).toEqual([
      'subhead2: River level falls',
      'Reported by: [Bhavya S](https://news.example/author/bhavya)',
      'image: ',
      'adSlot: ',
      'The river fell by *two metres* overnight.',
      'subhead3: Also read',
      'bulletList(listItem([Dam gates shut](https://news.example/2)))',
      'Officials said the danger had passed.',
    ]);
    expect(blocks[2]?.attrs).toMatchObject({ imageId: null, origin: 'https://news.example/img/river-1200.jpg', alt: 'Boats on the river', credit: 'AP', creditAsWritten: 'Image: AP' });
    expect(removed).toHaveLength(1);
    expect(JSON.stringify(blocks)).not.toContain('ads.example');
  });

  test('Sheets: a table with its merged cell', () => {
    const { blocks, lines } = pasted('a08-google-sheets');
    expect(lines).toEqual([
      'table(tableRow(tableCell(*Party*) / tableCell(*Seats*) / tableCell(*Change*)) / tableRow(tableCell(North Front) / tableCell(41) / tableCell(+3)) / tableRow(tableCell(Others⏎and vacant) / tableCell(-3)))',
    ]);
    expect(blocks[0]?.content?.[2]?.content?.[0]?.attrs).toEqual({ colspan: 2, rowspan: 1, align: null });
  });

  test('Word: list paragraphs become nested lists', () => {
    expect(pasted('a09-word-nested-list').lines).toEqual(['Demands:', 'bulletList(listItem(Higher pay / bulletList(listItem(for night shifts))) / listItem(A review by 2022))']);
  });

  test('Gmail: the quoted mail is a quote', () => {
    expect(pasted('a10-gmail-thread').lines).toEqual([
      'Statement from the port:',
      '“No ship was hit. All _twelve_ crew are safe.”',
      'On Wed, Dec 29, 2021 at 10:43 AM Desk <[desk@example.org](mailto:desk@example.org)> wrote:',
      'quote(Any word from the port?)',
    ]);
  });

  test('a block editor: to-dos, a toggle and a callout', () => {
    expect(pasted('a11-notion-like').lines).toEqual([
      'subhead3: Fact check',
      'bulletList(listItem(☑ Name spelled right) / listItem(☐ Date of the meeting))',
      'bulletList(listItem(Source notes / Call at 09:15 IST))',
      '⚠️ Embargo until 18:00',
    ]);
  });

  test('plain text from a PDF: each line a paragraph, nothing joined', () => {
    const { blocks, lines } = pasted('a12-plain-pdf', false);
    expect(lines.slice(0, 2)).toEqual(['The ministry said on Tues-', 'day that the ﬁrst phase']);
    expect(lines.slice(-2)).toEqual(['•\u00a0Roads', '•\u00a0Ports']);
    expect(JSON.stringify(blocks)).not.toContain('\\f');
  });
});
