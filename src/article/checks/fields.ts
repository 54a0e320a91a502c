/** Headline, standfirst, byline and the two fields the desk files by. */
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { markedText } from '../compare/inline.ts';
import type { CheckContext, Found, Rule } from './finding.ts';
import { characterCount, idOf } from './text.ts';

export const fieldRules: Rule = {
  article: (article, context) => {
    const find = (type: string): BodyJson | undefined => article.body.content?.find((block) => block.type === type);
    const headline = textOf(find('headline'));
    const found: Found[] = [];
    const missing = (rule: Found['rule'], field: string, block?: BodyJson): void => void found.push({ rule, field, blockId: block ? idOf(block) : null });
    if (headline === '') missing('headline-missing', 'headline', find('headline'));
    if (textOf(find('standfirst')) === '') missing('standfirst-missing', 'standfirst', find('standfirst'));
    if (!hasNames(find('byline'))) missing('byline-missing', 'byline', find('byline'));
    if (article.metadata.slugline.trim() === '') missing('slugline-missing', 'slugline');
    if (article.metadata.section.trim() === '') missing('section-missing', 'section');
    return [...found, ...tooLong(article, headline, context)];
  },
};

const textOf = (block: BodyJson | undefined): string => (block ? markedText(block).text.trim() : '');

function hasNames(byline: BodyJson | undefined): boolean {
  const contributors = byline?.attrs?.['contributors'];
  return Array.isArray(contributors) && contributors.some((one: unknown) => typeof one === 'object' && one !== null && 'name' in one && typeof one.name === 'string' && one.name.trim() !== '');
}

function tooLong({ body, metadata }: Article, headline: string, { limits }: CheckContext): Found[] {
  const texts = { headline, shortHeadline: metadata.shortHeadline, seoTitle: metadata.seoTitle, socialHeadline: metadata.socialHeadline, seoDescription: metadata.seoDescription };
  const block = body.content?.find(({ type }) => type === 'headline');
  return (['headline', 'shortHeadline', 'seoTitle', 'socialHeadline', 'seoDescription'] as const).flatMap((field): Found[] => {
    const length = characterCount(texts[field]);
    if (length <= limits[field]) return [];
    const values = { length, limit: limits[field] };
    const message = field === 'seoDescription' ? 'headline-too-long-description' : 'headline-too-long';
    return [{ rule: 'headline-too-long', message, values, field, blockId: field === 'headline' && block ? idOf(block) : null }];
  });
}
