/** Backups, bringing things back from them, and a store that is damaged. */
export const backups = {
  damagedNotKept: 'The database is damaged ({count, plural, one {one thing is} other {# things are}} not as written; the first: {first}). No backup was made of it, and the older backups stay as they are.',
  secondMissing: 'The second backup folder {folder} is not there. Connect its disk, or choose another folder in the settings. Backups on this disk go on.',
  secondFailed: 'The copy in the second backup folder {folder} was not made: {reason} Backups on this disk go on.',
  jobEnded: 'The work on the backups was ended before it was done. What was there before is unchanged.',
} as const;
