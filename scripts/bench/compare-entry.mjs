// What the comparison's benchmark needs of Galley.
export { emptyArticle } from '../../src/article/article.ts';
export { schema } from '../../src/article/schema.ts';
export { compareArticles } from '../../src/article/compare/index.ts';
