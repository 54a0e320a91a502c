import { type ReactNode, useId } from 'react';
import { createPortal } from 'react-dom';
import { type CommandGroup, commands } from '../../ipc/commands.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { useKeysText } from '../ui/chosen-keys.ts';
import { Dialog } from '../ui/dialog.tsx';
import '../export/print.css';

const groups = [...new Set(commands.map(({ group }) => group))];

/** Every command that has keys, by group; on paper the same. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  return (
    <Dialog label={say('commands.shortcuts')} kind="shortcuts" onClose={onClose}>
      <header className="dialog-head">
        <div>
          <h1>{say('commands.shortcuts')}</h1>
          <p>{say('commands.sheetAbout')}</p>
        </div>
        <span className="dialog-actions">
          <Button onClick={() => window.print()}>{say('commands.sheetPrint')}</Button>
          <Button onClick={onClose}>{say('library.close')}</Button>
        </span>
      </header>
      <div className="shortcuts-body" tabIndex={0} role="document" aria-label={say('commands.shortcuts')}><Groups /></div>
      {createPortal(<div className="print-page shortcuts-print"><h1>{say('commands.shortcuts')}</h1><div className="shortcuts-body"><Groups /></div></div>, document.body)}
    </Dialog>
  );
}

const Groups = (): ReactNode => groups.map((group) => <Group key={group} group={group} />);

function Group({ group }: { readonly group: CommandGroup }): ReactNode {
  const id = useId();
  const keysText = useKeysText();
  const shown = commands.filter((command) => command.group === group && keysText(command.name) !== '');
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{say(`commands.group-${group}`)}</h2>
      <dl>
        {shown.map(({ name }) => (
          <div key={name}>
            <dt>{say(`commands.${name}`)}</dt>
            <dd><kbd>{keysText(name)}</kbd></dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
