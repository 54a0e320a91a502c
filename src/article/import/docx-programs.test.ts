import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { BodyJson } from '../body.ts';
import { importDocx } from './docx.ts';

// What Word and LibreOffice write that Galley itself never does.
const spaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const context = { zone: '', newsroomZone: '', machineZone: 'Etc/UTC', language: '' };
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const line = (content: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const styled = (id: string): string => `<w:pStyle w:val="${id}"/>`;
const field = (code: string, shown: string): string => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

const said = (node: BodyJson): string => (node.type === 'hardBreak' ? '⏎' : (node.text ?? (node.content ?? []).map(said).join('')));
const outline = (node: BodyJson): string => `${node.type}:${said(node)}`;

function read(body: string, parts: Record<string, string> = {}): { readonly blocks: readonly string[]; readonly removed: readonly string[]; readonly json: string } {
  const files = { 'word/document.xml': `<w:body>${body}</w:body>`, ...parts };
  const zipped = zipSync(Object.fromEntries(Object.entries({ '[Content_Types].xml': '', ...files }).map(([name, inner]) => [name, strToU8(`<?xml version="1.0"?><w:part ${spaces}>${inner}</w:part>`)])));
  const result = importDocx(zipped, context);
  if (!result.ok) throw new Error(result.error.message);
  const { article, report } = result.value;
  return { blocks: (article.body.content ?? []).filter((node) => node.content).map(outline), removed: report.removed.map(({ text }) => text), json: JSON.stringify(article.body) };
}

describe('a document of another program', () => {
  test('a box of text stands after its paragraph, once', () => {
    const box = `<w:txbxContent>${line(run('In the box'))}</w:txbxContent>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(read(line(both + run('Text'))).blocks).toEqual(['paragraph:Text', 'paragraph:In the box']);
    expect(read(line(`<w:r><w:pict><v:textbox>${box}</v:textbox></w:pict></w:r>${run('Text')}`)).blocks).toEqual(['paragraph:Text', 'paragraph:In the box']);
  });

  test('links that are fields are links, other fields what they show', () => {
    const { blocks, json } = read(line(`${field(' HYPERLINK "https://a.example/" ', 'one')}${run(' and ')}<w:fldSimple w:instr=' HYPERLINK "https://b.example/" '>${run('two')}</w:fldSimple>${run(' on ')}${field(' PAGE ', '3')}${field(' HYPERLINK \\l "mark" ', 'here')}`));
    expect(blocks).toEqual(['paragraph:one and two on 3here']);
    expect([...json.matchAll(/"href":"([^"]*)"/g)].map(([, href]) => href)).toEqual(['https://a.example/', 'https://b.example/']);
  });

  test('notes at the end, comments and signs of sign fonts are kept or told', () => {
    const notes = `<w:endnote w:type="separator" w:id="0">${line('')}</w:endnote><w:endnote w:id="2">${line(run('The note'))}</w:endnote>`;
    const comments = `<w:comment w:id="0" w:author="Desk">${line(run('Is that so?'))}</w:comment>`;
    const { blocks, removed } = read(line(`${run('Text')}<w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>`), { 'word/endnotes.xml': notes, 'word/comments.xml': comments });
    expect(blocks).toEqual(['paragraph:Text[e2]', 'paragraph:[e2] The note']);
    expect(removed).toEqual(['Wingdings F04A', 'Desk: Is that so?']);
  });

  test('text in formulas, in custom elements and in either of two forms is text', () => {
    const held = `<w:customXml>${line(run('Custom'))}</w:customXml><mc:AlternateContent><mc:Choice Requires="x">${line(run('New'))}</mc:Choice><mc:Fallback>${line(run('Old'))}</mc:Fallback></mc:AlternateContent>`;
    expect(read(line(`<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>${run(' holds')}`) + held).blocks).toEqual(['paragraph:E=mc holds', 'paragraph:Custom', 'paragraph:New']);
  });

  test('the end of a page parts words, and nothing at the edge of a paragraph', () => {
    const page = '<w:r><w:br w:type="page"/></w:r>';
    expect(read(line(page + run('one') + page + run('two') + page) + line(page)).blocks).toEqual(['paragraph:one⏎two']);
  });

  test('lists by style, headings with numbers, and the names LibreOffice gives', () => {
    const style = (id: string, name: string, more = ''): string => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
    const styles = [style('a', 'Own list', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'), style('b', 'Own list 2', '<w:basedOn w:val="a"/>'), style('h1', 'heading 1'), style('h2', 'heading 2', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'), style('q', 'Quotations'), style('c', 'Preformatted Text')].join('');
    const numbering = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const body = line(run('Head'), styled('h1')) + line(run('one'), styled('a')) + line(run('two'), styled('b')) + line(run('Part'), `${styled('h2')}<w:numPr><w:numId w:val="1"/></w:numPr>`) + line(run('Said'), styled('q')) + line(run('x  y'), styled('c')) + line(run('z'), styled('c'));
    expect(read(body, { 'word/styles.xml': styles, 'word/numbering.xml': numbering }).blocks).toEqual(['headline:Head', 'bulletList:onetwo', 'subhead:Part', 'quote:Said', 'preformatted:x  y\nz']);
    const two = line(run('Head'), styled('h1')) + line(run('More'), styled('h1'));
    expect(read(two, { 'word/styles.xml': styles }).blocks).toEqual(['subhead:Head', 'subhead:More']);
  });
});
