import { block, type Declaration, link, para, text } from './declaration.ts';

export const badAddress: Declaration = {
  level: 'error',
  fails: [
    { blocks: [para([text('audit', link('javascript:alert(1)'))])] },
    { contributors: [{ name: 'Ines', email: 'ines at example' }] },
    { metadata: { canonicalUrl: '/city/ferry' } },
    { blocks: [block('embed', '', { url: 'data:text/html,x' })] },
  ],
  passes: [
    { contributors: [{ name: 'Ines', email: 'ines@example.org', url: 'https://example.org/ines' }] },
  ],
};
