import { blockId } from './definition.ts';

export const bulletList = { name: 'bulletList', spec: { content: 'listItem+', group: 'block' }, attrs: { blockId } } as const;
