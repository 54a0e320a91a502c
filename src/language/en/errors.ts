/** What can go wrong in the store: what happened, to what, what to do. */
export const errors = {
  diskFull: 'The disk is full, so nothing more can be saved in {file}. Make room; Galley goes on trying and keeps your text.',
  notWritable: 'Galley cannot write {file}. Check that the disk is there and that you may write to the folder.',
  storeDamaged: 'The file {file} is damaged or is no Galley database. It was not changed. Put a copy of it from before in its place, or choose another data folder.',
  locked: 'Another Galley is using the data folder of {file}. Close it first, or choose another data folder.',
  lockedBy: 'The data folder {file} is in use by {holder, select, window {an open Galley window (process {pid})} command {a galley command (process {pid})} other {another Galley}}. Close it first, or choose another data folder.',
  newerDatabase: 'The data in {file} was written by a newer Galley (version {found, number} of the database; this one knows up to {known, number}). Update Galley. Nothing was changed.',
  articleNotFound: 'There is no article with the id {id} in this library.',
  revisionNotFound: 'The article has no revision {id}.',
  blockNotStored: 'The save names a block ({block}) that was never sent. Nothing was changed; the whole article has to be sent.',
  orderBroken: 'The save was refused, because its order of blocks is no article ({what}). Nothing was changed.',
  articleDamaged: 'The article “{name}” is damaged in the store ({what}). Its revisions may still be readable.',
  revisionDamaged: 'Revision {sequence, number} of “{name}” is damaged in the store ({what}). Other revisions may still be readable.',
  noDataFolder: 'The storage process was started without a data folder.',
  noStore: 'There is no Galley library in {folder}.',
  unexpected: 'Something unexpected happened in the store: {what}',
} as const;
