import { type ComponentProps, type ReactNode, useId } from 'react';
import { Input } from './field.tsx';

const common = ['en', 'en-GB', 'en-IN', 'en-US', 'hi', 'bn', 'ta', 'te', 'mr', 'gu', 'pa', 'ur', 'ar', 'de', 'es', 'fr', 'it', 'ja', 'ko', 'pt', 'ru', 'sw', 'tr', 'zh-Hans', 'zh-Hant'];

/** A language by its BCP 47 tag, with the common ones to choose from. */
export function LanguageInput(props: Omit<ComponentProps<typeof Input>, 'list'>): ReactNode {
  const id = useId();
  return (
    <>
      <Input {...props} list={id} />
      <datalist id={id}>{common.map((tag) => <option key={tag} value={tag} />)}</datalist>
    </>
  );
}

/** True for '' and for a well-formed tag. */
export function isLanguageTag(tag: string): boolean {
  try {
    return tag === '' || Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
