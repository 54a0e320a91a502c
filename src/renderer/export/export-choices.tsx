import type { ReactNode } from 'react';
import { formatAbout, formatChoices, formats, formatTitle, readFormatChoice } from '../../article/export/index.ts';
import type { ExportSettings } from '../../ipc/export-settings.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Field, Select } from '../ui/field.tsx';

export interface ExportChoicesProps {
  readonly settings: ExportSettings;
  readonly onSettings: (settings: ExportSettings) => void;
  readonly folder: string;
  readonly onPickFolder: () => void;
  readonly disabled?: boolean;
  /** What belongs between the formats and the folder: what they leave behind. */
  readonly children?: ReactNode;
}

const places = ['beside', 'inline'] as const;
const packages = ['folder', 'zip'] as const;

/** The chosen formats that this version knows. */
export const knownFormats = ({ formats: chosen }: ExportSettings): readonly string[] => chosen.filter((written) => readFormatChoice(written) !== null);

/** Formats, what can be chosen of them, and the folder: the newsroom's, kept for the next time. */
export function ExportChoices({ settings, onSettings, folder, onPickFolder, disabled = false, children }: ExportChoicesProps): ReactNode {
  const chosen = knownFormats(settings);
  const canInline = chosen.some((written) => formats[readFormatChoice(written)?.format ?? 'text'].canInline);
  return (
    <>
      <h2 className="section-title">{say('exporting.formats')}</h2>
      <FormatList chosen={chosen} disabled={disabled} onChoose={(next) => onSettings({ ...settings, formats: next })} />
      {canInline ? (
        <div className="export-option">
          <Field label={say('exporting.pictures')}>
            {(ids) => <Select {...ids} disabled={disabled} value={settings.pictures} choices={places.map((value) => ({ value, label: say(`exporting.pictures-${value}`) }))} onChoose={(pictures) => onSettings({ ...settings, pictures })} />}
          </Field>
        </div>
      ) : null}
      {children}
      <h2 className="section-title">{say('exporting.folder')}</h2>
      <div className="export-body">
        <Field label={say('exporting.package')}>
          {(ids) => <Select {...ids} disabled={disabled} value={settings.package} choices={packages.map((value) => ({ value, label: say(`exporting.package-${value}`) }))} onChoose={(chosenPackage) => onSettings({ ...settings, package: chosenPackage })} />}
        </Field>
        <div className="export-folder">
          <span title={folder}>{folder ? <bdi>{folder}</bdi> : say('exporting.noFolder')}</span>
          <Button small disabled={disabled} onClick={onPickFolder}>{say('exporting.choose')}</Button>
        </div>
      </div>
    </>
  );
}

function FormatList({ chosen, disabled, onChoose }: { readonly chosen: readonly string[]; readonly disabled: boolean; readonly onChoose: (formats: readonly string[]) => void }): ReactNode {
  return (
    <div className="export-formats" role="group" aria-label={say('exporting.formats')}>
      {formatChoices.map((written) => {
        const choice = readFormatChoice(written);
        if (!choice) return null;
        return (
          <label key={written} className="export-format">
            <input type="checkbox" aria-label={formatTitle(choice)} disabled={disabled} checked={chosen.includes(written)} onChange={(event) => onChoose(event.target.checked ? [...chosen, written] : chosen.filter((other) => other !== written))} />
            <span>{formatTitle(choice)}</span>
            <small>{formatAbout(choice)}</small>
          </label>
        );
      })}
    </div>
  );
}
