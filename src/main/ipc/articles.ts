import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import * as v from 'valibot';
import { v7 } from 'uuid';
import { type Article, emptyArticle, parseArticle } from '../../article/article.ts';
import { parseBlocks } from '../../article/body.ts';
import { metadata } from '../../article/metadata.ts';
import type { OpenedArticle, SaveRequest } from '../../ipc/contract.ts';
import { fail, ok, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { storedImages } from '../files/stored-images.ts';
import { actorOf, badArgument, by, byArticleId, count, type Handlers, nothing, type Services, uuid } from './handler.ts';

const states = ['draft', 'in-review', 'approved', 'published'] as const;
const listRequest = v.strictObject({
  query: v.pipe(v.string(), v.maxLength(1000)),
  filter: v.picklist(['all', 'mine', ...states, 'trash']),
  sort: v.picklist(['changed', 'created', 'slugline', 'headline']),
  offset: count,
  limit: v.pipe(count, v.maxValue(10_000)),
});
const saveRequest = v.strictObject({
  articleId: uuid, number: count, changedBlocks: v.array(v.unknown()), order: v.array(v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,64}$/))),
  metadata: v.nullable(metadata), images: v.nullable(storedImages),
});

function parseSave(request: unknown): Result<SaveRequest> {
  const outer = by(saveRequest)(request);
  if (!outer.ok) return outer;
  const blocks = parseBlocks(outer.value.changedBlocks);
  return blocks.ok ? ok({ ...outer.value, changedBlocks: blocks.value }) : badArgument(`${blocks.error.path}: ${blocks.error.message}`);
}

function parseCreate(request: unknown): Result<{ article: Article | null }> {
  const outer = by(v.strictObject({ article: v.unknown() }))(request);
  if (!outer.ok) return outer;
  if (outer.value.article === null) return ok({ article: null });
  const article = parseArticle(outer.value.article);
  return article.ok ? ok({ article: article.value }) : badArgument(`${article.error.path}: ${article.error.message}`);
}

/** A new article in the newsroom's language. */
function newArticle({ settings }: Services): Article {
  const article = emptyArticle();
  return { ...article, metadata: { ...article.metadata, language: settings.current.language } };
}

async function openSample(services: Services): Promise<Result<OpenedArticle>> {
  const folder = join(app.getAppPath(), 'resources', 'sample');
  const json = await readFile(join(folder, 'article.json'), 'utf8').catch(() => null);
  if (json === null) return fail('file-not-found', say('errors.fileNotFound', { name: 'sample' }));
  const sample = parseArticle(JSON.parse(json));
  if (!sample.ok) return fail('bad-file', `${sample.error.path}: ${sample.error.message}`);
  for (const { fileName } of Object.values(sample.value.images)) {
    const bytes = await readFile(join(folder, fileName)).catch(() => null);
    if (bytes) await services.images.put(bytes, fileName);
  }
  return services.storage.call('create', sample.value, actorOf(services));
}

export const articleHandlers: Handlers<
  'articles.list' | 'articles.create' | 'articles.open' | 'articles.duplicate' | 'articles.trash' | 'articles.untrash' | 'articles.save' | 'articles.setState' | 'articles.openSample'
> = {
  'articles.list': { parse: by(listRequest), run: (request, { storage, settings }) => storage.call('list', request, settings.current.person.id) },
  'articles.create': { parse: parseCreate, run: ({ article }, services) => services.storage.call('create', article ?? newArticle(services), actorOf(services)) },
  'articles.open': { parse: byArticleId, run: ({ articleId }, { storage }) => storage.call('open', articleId) },
  'articles.duplicate': {
    parse: byArticleId,
    run: async ({ articleId }, services) => {
      const opened = await services.storage.call('open', articleId);
      if (!opened.ok) return opened;
      return services.storage.call('create', { ...withNewBlockIds(opened.value.article), id: v7() }, actorOf(services));
    },
  },
  'articles.trash': { parse: byArticleId, run: ({ articleId }, { storage }) => storage.call('trash', articleId, true) },
  'articles.untrash': { parse: byArticleId, run: ({ articleId }, { storage }) => storage.call('trash', articleId, false) },
  'articles.save': { parse: parseSave, run: (request, services) => services.storage.call('save', request, actorOf(services)) },
  'articles.setState': {
    parse: by(v.strictObject({ articleId: uuid, state: v.picklist(states) })),
    run: ({ articleId, state }, { storage }) => storage.call('setState', articleId, state),
  },
  'articles.openSample': { parse: nothing, run: (_request, services) => openSample(services) },
};

/** A copy is another text: its blocks must not be taken for those of the first. */
function withNewBlockIds(article: Article): Article {
  const renew = (node: Article['body']): Article['body'] => ({
    ...node,
    ...(node.attrs && 'blockId' in node.attrs ? { attrs: { ...node.attrs, blockId: v7() } } : {}),
    ...(node.content ? { content: node.content.map(renew) } : {}),
  });
  return { ...article, body: renew(article.body) };
}
