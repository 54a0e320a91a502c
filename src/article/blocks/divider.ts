import { blockId } from './definition.ts';

export const divider = { name: 'divider', spec: { group: 'block', atom: true, selectable: true }, attrs: { blockId } } as const;
