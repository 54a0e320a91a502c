import * as v from 'valibot';
import { type Article, parseArticle, storedImage } from '../../article/article.ts';
import { type BodyJson, parseBlocks } from '../../article/body.ts';

/** An article or body from the window is as untrusted as one from the disk. */
export const articleArgument = v.pipe(
  v.unknown(),
  v.rawTransform<unknown, Article>(({ dataset, addIssue, NEVER }) => {
    const parsed = parseArticle(dataset.value);
    if (parsed.ok) return parsed.value;
    addIssue({ message: `${parsed.error.path}: ${parsed.error.message}` });
    return NEVER;
  }),
);

export const blocksArgument = v.pipe(
  v.unknown(),
  v.rawTransform<unknown, readonly BodyJson[]>(({ dataset, addIssue, NEVER }) => {
    const parsed = parseBlocks(dataset.value);
    if (parsed.ok) return parsed.value;
    addIssue({ message: `${parsed.error.path}: ${parsed.error.message}` });
    return NEVER;
  }),
);

export const id = v.pipe(v.string(), v.uuid());
export const nothing = v.null();
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));
export const shortText = v.pipe(v.string(), v.maxLength(10_000));
export const articleId = v.strictObject({ articleId: id });
export const images = v.record(v.string(), storedImage);
