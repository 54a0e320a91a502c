import { type ReactNode, useId } from 'react';
import { type CommandGroup, commands } from '../../ipc/commands.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { keysText } from '../ui/keys.ts';

const groups = [...new Set(commands.map(({ group }) => group))];

/** Every command that has keys, by group. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  return (
    <Dialog label={say('commands.shortcuts')} kind="shortcuts" onClose={onClose}>
      <header className="dialog-head">
        <div>
          <h1>{say('commands.shortcuts')}</h1>
          <p>{say('commands.sheetAbout')}</p>
        </div>
        <Button onClick={onClose}>{say('library.close')}</Button>
      </header>
      <div className="shortcuts-body" tabIndex={0} role="document" aria-label={say('commands.shortcuts')}>
        {groups.map((group) => <Group key={group} group={group} />)}
      </div>
    </Dialog>
  );
}

function Group({ group }: { readonly group: CommandGroup }): ReactNode {
  const id = useId();
  const shown = commands.filter((command) => command.group === group && command.keys !== undefined);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{say(`commands.group-${group}`)}</h2>
      <dl>
        {shown.map(({ name, keys }) => (
          <div key={name}>
            <dt>{say(`commands.${name}`)}</dt>
            <dd><kbd>{keysText(keys ?? '')}</kbd></dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
