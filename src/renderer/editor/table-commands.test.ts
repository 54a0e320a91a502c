import { expect, it } from 'vitest';
import { schema } from '../../article/schema.ts';
import { tableOfText } from './table-commands.ts';

const cellsOf = (text: string): string[][] | undefined => tableOfText(schema, text)?.content.content.map((row) => row.content.content.map((cell) => cell.textBetween(0, cell.content.size, '|', () => '⏎')));

it('reads the plain text of a spreadsheet, lines and quotation marks in its cells too', () => {
  expect(cellsOf('Ward\tVotes\r\n"North\nand east"\t1,200\r\n"He said ""yes"""\t7\r\n')).toEqual([['Ward', 'Votes'], ['North⏎and east', '1,200'], ['He said "yes"', '7']]);
  expect(cellsOf('a\t\n\tb')).toEqual([['a', ''], ['', 'b']]);
  expect(cellsOf('5" pipe\t"quoted" word')).toEqual([['5" pipe', '"quoted" word']]);
});

it('leaves other text alone', () => {
  expect(cellsOf('Two lines\nof text')).toBeUndefined();
  expect(cellsOf('')).toBeUndefined();
});
