import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { carriedBy, carriedName } from '../../src/article/export/carries.ts';
import { formatNames, formats, formatTitle } from '../../src/article/export/index.ts';

const guide = new URL('../../docs/guide/formats.md', import.meta.url);

/** The guide's page, from the same table as the program: `GALLEY_UPDATE=1` writes it anew. */
function page(): string {
  const sections = formatNames.map((format) => {
    const { extension, dialects } = formats[format];
    const lost = carriedBy(format).filter(({ fate }) => fate !== 'kept');
    const rows = lost.map((carried) => `| ${carriedName(carried)} | ${carried.fate} | ${carried.why} |`);
    const forms = dialects.length === 0 ? '' : `, \`--dialect ${dialects.join('|')}\``;
    const table = rows.length === 0 ? 'Everything is kept.' : `| | | |\n| --- | --- | --- |\n${rows.join('\n')}\n\nEverything else is kept.`;
    return `## ${formatTitle({ format, dialect: '' })}\n\n\`--to ${format}\`${forms}; files end in \`${extension}\`.\n\n${table}`;
  });
  return `# What each format carries\n\nEvery block, mark and field that is not kept as it is, with the reason. Each line is proven in the tests by an export and an import. Characters that no file of text may hold (controls, halves of characters) are left out of every format but the Galley package; one that parted lines becomes a blank. An address is written so that strict readers take it.\n\n${sections.join('\n\n')}\n`;
}

test('the guide says what the formats do', () => {
  if (process.env['GALLEY_UPDATE'] === '1') writeFileSync(guide, page());
  expect(readFileSync(guide, 'utf8')).toBe(page());
});
