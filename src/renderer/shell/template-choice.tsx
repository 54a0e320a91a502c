import { type ReactNode, useState } from 'react';
import type { Article } from '../../article/article.ts';
import type { ArticleTemplate } from '../../article/newsroom/article-templates.ts';
import { fail, type Result } from '../../ipc/result.ts';
import { say } from '../../language/index.ts';
import { Chooser } from '../ui/chooser.tsx';
import { fit } from './matching.ts';

interface TemplateChoiceProps {
  readonly templates: readonly ArticleTemplate[];
  /** Language of the newsroom's copy. */
  readonly language: string;
  /** Told of the choice at once, so that what is typed behind it waits for the new article. */
  readonly onCreate: (making: () => Promise<Result<Article>>) => void;
  readonly onClose: () => void;
}

/** Begins an article as one of the newsroom's templates. */
export function TemplateChoice({ templates, language, onCreate, onClose }: TemplateChoiceProps): ReactNode {
  const [query, setQuery] = useState('');
  const items = templates.map(({ name }, index) => ({ id: String(index), label: name, about: '', keys: '' })).filter(({ label }) => fit(query, label) > 0);
  return (
    <Chooser label={say('commands.templateSearch')} query={query} onQuery={setQuery} items={items} empty={say('commands.templateNone')} onClose={onClose} onChoose={(id) => {
      const template = templates[Number(id)];
      onClose();
      if (!template) return;
      // The reader of Markdown is loaded for it; the list must be there at once, to be typed into.
      onCreate(async () => {
        const { articleFromTemplate } = await import('../../article/from-template.ts');
        const made = articleFromTemplate(template, language);
        return made.ok ? made : fail('bad-file', say('commands.templateFault', { name: template.name, what: made.error.message }));
      });
    }} />
  );
}
