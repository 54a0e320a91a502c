import * as v from 'valibot';
import { blockId, orNull, positiveInteger, text } from './definition.ts';

const cell = {
  colspan: v.optional(positiveInteger, 1),
  rowspan: v.optional(positiveInteger, 1),
  align: orNull(v.picklist(['left', 'center', 'right'])),
};

export const table = {
  name: 'table',
  spec: { content: 'tableRow+', group: 'block', isolating: true, tableRole: 'table' },
  attrs: { blockId, caption: text },
} as const;

export const tableRow = { name: 'tableRow', spec: { content: '(tableHeader | tableCell)+', tableRole: 'row' }, attrs: null } as const;

export const tableHeader = { name: 'tableHeader', spec: { content: 'paragraph+', isolating: true, tableRole: 'header_cell' }, attrs: cell } as const;

export const tableCell = { name: 'tableCell', spec: { content: 'paragraph+', isolating: true, tableRole: 'cell' }, attrs: cell } as const;
