import { describe, expect, it } from 'vitest';
import { attributeName } from './hast-dom.ts';

describe('attribute names of hast properties', () => {
  it.each([['className', 'class'], ['dateTime', 'datetime'], ['colSpan', 'colspan'], ['dataGalleyBlock', 'data-galley-block'], ['ariaLabel', 'aria-label'], ['href', 'href']])('%s is %s', (property, attribute) => {
    expect(attributeName(property)).toBe(attribute);
  });
});
