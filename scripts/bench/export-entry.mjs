// What the benchmark of exports needs of Galley.
export { emptyArticle, parseArticle } from '../../src/article/article.ts';
export { exportArticle } from '../../src/article/export/index.ts';
export { articleToPage } from '../../src/article/export/html.ts';
export { htmlSettings } from '../../src/article/export/html/write.ts';
