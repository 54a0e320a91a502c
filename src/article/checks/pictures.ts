/** Pictures: their files, texts and rights. */
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import type { CheckContext, Found, Rule } from './finding.ts';
import { attributeOf, blocksIn, idOf } from './text.ts';
import { checkTerms } from './usage-terms.ts';

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
