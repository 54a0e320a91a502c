import { blockId } from './definition.ts';

export const gallery = { name: 'gallery', spec: { content: 'image+', group: 'block', isolating: true }, attrs: { blockId } } as const;
