import { type ReactNode, type RefObject, useState } from 'react';
import type { Article } from '../../article/article.ts';
import type { FieldNames } from '../../article/export/markdown/field-names.ts';
import type { EditorHandle } from '../editor/article-editor.tsx';
import { late } from '../ui/late.tsx';
import { useCommands } from './command-desk.ts';

const ReaderView = late(async () => (await import('../export/reader-view.tsx')).ReaderView);

/** Shows the article as it stands now, the last key included. */
export function ReaderDesk({ editor, fieldNames }: { readonly editor: RefObject<EditorHandle | null>; readonly fieldNames: FieldNames }): ReactNode {
  const [article, setArticle] = useState<Article | null>(null);
  useCommands({ 'reader-view': () => setArticle(editor.current?.article() ?? null) });
  return article ? <ReaderView article={article} fieldNames={fieldNames} onClose={() => setArticle(null)} /> : null;
}
