/** The files of a drop or paste, those of a dropped folder included. */

/** Call it inside the event: the transfer is empty afterwards. A folder gives the files right in it, hidden ones left out. */
export function filesIn(data: DataTransfer): Promise<readonly File[]> {
  const found = [...data.items].filter(({ kind }) => kind === 'file').map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  return Promise.all(found.map(({ entry, file }) => (isFolder(entry) ? filesOfFolder(entry) : Promise.resolve(file ? [file] : [])))).then((lists) => lists.flat());
}

const isFolder = (entry: FileSystemEntry | null): entry is FileSystemDirectoryEntry => entry?.isDirectory === true;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

async function filesOfFolder(folder: FileSystemDirectoryEntry): Promise<readonly File[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  // A reader hands out a hundred at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) break;
    entries.push(...some);
  }
  const files = entries.filter(isFile).filter(({ name }) => !name.startsWith('.')).toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  const read = await Promise.all(files.map((entry) => new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)))));
  return read.filter((file) => file !== null);
}
