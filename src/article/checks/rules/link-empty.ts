import { type Declaration, link, para, text } from './declaration.ts';

export const linkEmpty: Declaration = {
  level: 'warning',
  fails: [{ blocks: [para([text('Read '), text('this', link('')), text('.')])] }],
  passes: [
    { blocks: [para([text('Read '), text('this', link('https://example.org/audit')), text('.')])] },
  ],
};
