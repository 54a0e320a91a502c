import { expect, it } from 'vitest';
import { madeHow, textsFromFile } from './picture-facts.ts';

it('takes the credit line, and the creator only where there is none', () => {
  expect(textsFromFile({ creator: 'Mei-Ling Tan', credit: 'Agency' }).credit).toBe('Agency');
  expect(textsFromFile({ creator: 'Mei-Ling Tan' }).credit).toBe('Mei-Ling Tan');
});

it('keeps a caption on one line and leaves out what the file does not say', () => {
  expect(textsFromFile({ caption: 'First line.\r\n  Second line. ', altText: 'A pier' })).toEqual({ caption: 'First line. Second line.', alt: 'A pier', longDescription: '', credit: '', source: '', copyright: '', usageTerms: '' });
});

it.each([
  ['http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia', 'generated'],
  ['trainedAlgorithmicMedia', 'generated'],
  ['http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia', 'partly-generated'],
  ['http://cv.iptc.org/newscodes/digitalsourcetype/screenCapture', 'screen'],
  ['http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture', null],
  ['', null],
])('%s is made: %s', (code, how) => expect(madeHow(code)).toBe(how));
