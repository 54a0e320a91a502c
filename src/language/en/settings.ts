/** The settings: one section a heading. */
export const settings = {
  title: 'Settings',
  about: 'Kept on this computer, in force at once.',
  close: 'Close settings',
  notWritten: 'The settings are in force but could not be kept: {reason}. Make room or mend the data folder, then change them again.',

  person: 'You',
  name: 'Your name',
  nameHint: 'Stands beside each version you make from now on.',

  newsroom: 'Newsroom',
  zone: 'Time zone of the newsroom',
  zoneHint: 'Times without a zone are read in this one, and the window shows times in it.',
  language: 'Language of the newsroom’s copy',
  languageHint: 'New and imported articles begin in it. A BCP 47 tag such as en-IN.',

  adSlots: 'Ad slots',
  adSlotsAbout: 'Articles pick from these, and “Place ads” uses them in this order.',
  adSlotsNone: 'None yet. Without any, “Place ads” proposes slots of 300 × 250.',
  adSlotAdd: 'Add an ad slot',
  adSlotRemove: 'Remove {slotId}',
  adSlotCollapse: 'The site takes it away where no ad comes',
  adSlotNameless: 'An ad slot has no id. Give it one; until then nothing here is kept.',
  adSlotTwice: 'Two ad slots are called “{slotId}”. Give each its own id; until then nothing here is kept.',

  appearance: 'Appearance',
  theme: 'Theme',
  'theme-system': 'As the system',
  'theme-light': 'Light',
  'theme-dark': 'Dark',

  backups: 'Backups',
  showBackups: 'Show backups…',
  backupFolder: 'Folder for a second backup',
  backupNone: 'No second folder. Choose one on another disk, a memory stick or a shared drive.',
  backupHint: 'Galley keeps its own backups beside the articles. A copy of each also goes here.',
  choose: 'Choose folder',
  change: 'Change',
  stop: 'Stop using it',

  safety: 'Where your articles are kept',
  dataFolder: 'Data folder',
  notEncrypted: 'Galley does not encrypt its store. Anyone who can read this account’s files, or takes the disk out of the computer, can read your articles.',
  encryptHow: 'Switch on the disk’s encryption; Galley needs nothing else:',
  encryptWindows: 'Windows: Settings, Privacy & security, Device encryption; or BitLocker in the Control Panel.',
  encryptMac: 'macOS: System Settings, Privacy & Security, FileVault.',
  encryptLinux: 'Linux: choose encryption (LUKS) when the system is installed; an existing home folder can be moved onto an encrypted partition.',
} as const;
