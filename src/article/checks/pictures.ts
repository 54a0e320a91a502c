/** Pictures: their files, texts and rights. */
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import type { CheckContext, Found, Rule } from './finding.ts';
import { attributeOf, blocksIn, idOf } from './text.ts';

export const pictureRules: Rule = {
  block: (block) => {
    if (block.type !== 'image' || block.attrs?.['decorative'] === true) return [];
    const found: Found[] = [];
    if (attributeOf(block, 'alt').trim() === '') found.push({ rule: 'image-alt-missing', blockId: idOf(block), field: 'alt' });
    if (attributeOf(block, 'credit').trim() === '') found.push({ rule: 'image-credit-missing', blockId: idOf(block), field: 'credit' });
    return found;
  },
  article: (article, context) => [
    ...(article.body.content ?? []).flatMap(blocksIn).filter(({ type }) => type === 'image').flatMap((image) => [...checkFile(image, article, context), ...checkTerms(attributeOf(image, 'usageTerms'), idOf(image), context)]),
    ...checkTerms(article.metadata.usageTerms, null, context),
  ],
};

function checkFile(image: BodyJson, { images }: Article, { minimumImage }: CheckContext): Found[] {
  const stored = images[attributeOf(image, 'imageId')];
  if (!stored) return [{ rule: 'image-file-missing', blockId: idOf(image), field: 'imageId' }];
  // A drawing without pixels of its own (0 × 0) is never too small.
  if (stored.width === 0 || (stored.width >= minimumImage.width && stored.height >= minimumImage.height)) return [];
  return [{ rule: 'image-too-small', blockId: idOf(image), values: { width: stored.width, height: stored.height, minimumWidth: minimumImage.width, minimumHeight: minimumImage.height } }];
}

/** Terms that shut the web out, as agencies write them. */
const notForWeb = /\b(?:print(?:ed)? (?:use )?only|only (?:for|in) print|(?:not for|no) (?:web|online|internet|digital|website)(?: use)?|web (?:use )?excluded)\b/iu;
const endOfUse = /\b(?:until|till|expires?(?: on)?|expired(?: on)?|valid (?:to|until|through)|through|ends(?: on)?)\s*:?\s*(\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)? \p{L}+\.? \d{4}|\p{L}+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})/iu;
const dayInMs = 86_400_000;

function checkTerms(terms: string, blockId: string | null, { now }: CheckContext): Found[] {
  const found: Found[] = [];
  const place = { blockId, field: 'usageTerms' };
  if (notForWeb.test(terms)) found.push({ rule: 'usage-mismatch', message: blockId === null ? 'usage-mismatch-article' : 'usage-mismatch', values: { terms: terms.trim() }, ...place });
  const written = endOfUse.exec(terms)?.[1];
  const lastDay = written === undefined ? null : dayOf(written);
  // The named day itself is still covered, everywhere west of Greenwich included.
  if (written !== undefined && lastDay !== null && Date.parse(now) > lastDay + 1.5 * dayInMs) {
    found.push({ rule: 'usage-expired', message: blockId === null ? 'usage-expired-article' : 'usage-expired', values: { date: written }, ...place });
  }
  return found;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Milliseconds of a day's start in UTC; null for what is no date. Days and months written in figures only are ambiguous and not read. */
function dayOf(written: string): number | null {
  const [year, month, day] = /^\d{4}-/u.test(written) ? written.split('-').map(Number) : namedDay(written);
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12 || day < 1 || day > 31) return null;
  return Date.UTC(year, month - 1, day);
}

function namedDay(written: string): number[] {
  const month = months.indexOf((/\p{L}{3,}/u.exec(written)?.[0] ?? '').slice(0, 3).toLowerCase()) + 1;
  const [year, day] = [/\d{4}/u.exec(written)?.[0], /(?<!\d)\d{1,2}(?!\d)/u.exec(written)?.[0]];
  return [Number(year), month, Number(day)];
}
