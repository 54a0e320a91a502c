import { blockId, text } from './definition.ts';

export const preformatted = {
  name: 'preformatted',
  spec: { content: 'text*', group: 'block', marks: '', code: true, defining: true },
  attrs: { blockId, language: text },
} as const;
