import type { Element, ElementContent } from 'xast';
import type { Contributor } from '../../blocks/byline.ts';
import { textOf, xml, type XmlAttributes } from '../agency/xml.ts';

/** Pieces of WordprocessingML. Sizes: `dxa` is a twentieth of a point, `emu` 1/914,400 inch, `half` half a point. */

export const namespaces: XmlAttributes = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
};

/** Width of the text on an A4 page with margins of an inch. */
export const textWidth = { dxa: 9026, emu: 5_731_510 } as const;

/** A paragraph in a style. */
export function paragraph(style: string, runs: readonly ElementContent[], more: readonly Element[] = []): Element {
  const properties = [...(style === '' ? [] : [xml('w:pStyle', { 'w:val': style })]), ...more];
  return xml('w:p', {}, [...(properties.length === 0 ? [] : [xml('w:pPr', {}, properties)]), ...runs]);
}

/** A run of text; line feeds are breaks, tabs are tabs. */
export function run(text: string, properties: readonly Element[] = []): Element {
  const pieces = text.split(/(\n|\t)/).filter((piece) => piece !== '');
  const content = pieces.map((piece) => (piece === '\n' ? xml('w:br') : piece === '\t' ? xml('w:tab') : xml('w:t', { 'xml:space': 'preserve' }, [textOf(piece)])));
  return xml('w:r', {}, [...(properties.length === 0 ? [] : [xml('w:rPr', {}, properties)]), ...content]);
}

/** Text in a character style. */
export const styledRun = (style: string, text: string): Element => run(text, [xml('w:rStyle', { 'w:val': style })]);

export interface Drawing {
  readonly relation: string;
  readonly number: number;
  readonly name: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** A picture in the line, no wider than the text. */
export function drawing({ relation, number, name, alt, width, height }: Drawing): Element {
  const natural = { x: Math.max(1, width) * 9525, y: Math.max(1, height) * 9525 };
  const scale = Math.min(1, textWidth.emu / natural.x, 8_000_000 / natural.y);
  const size = { cx: Math.round(natural.x * scale), cy: Math.round(natural.y * scale) };
  const picture = xml('pic:pic', {}, [
    xml('pic:nvPicPr', {}, [xml('pic:cNvPr', { id: number, name }), xml('pic:cNvPicPr')]),
    xml('pic:blipFill', {}, [xml('a:blip', { 'r:embed': relation }), xml('a:stretch', {}, [xml('a:fillRect')])]),
    xml('pic:spPr', {}, [xml('a:xfrm', {}, [xml('a:off', { x: 0, y: 0 }), xml('a:ext', size)]), xml('a:prstGeom', { prst: 'rect' }, [xml('a:avLst')])]),
  ]);
  const graphic = xml('a:graphic', {}, [xml('a:graphicData', { uri: 'http://schemas.openxmlformats.org/drawingml/2006/picture' }, [picture])]);
  const inline = xml('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 }, [xml('wp:extent', size), xml('wp:docPr', { id: number, name, descr: alt }), xml('wp:cNvGraphicFramePr'), graphic]);
  return xml('w:r', {}, [xml('w:drawing', {}, [inline])]);
}

/** “Reported by Asha Rao, Agency, Kochi” as runs, the name in its own style so that it is found again. */
export function personRuns({ name, affiliation, location }: Contributor, label: string): Element[] {
  return [
    ...(label === '' ? [] : [run(`${label} `)]),
    styledRun('Name', name),
    ...[affiliation, location].filter((part) => part !== '').map((part) => run(`, ${part}`)),
  ];
}
