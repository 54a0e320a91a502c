/** The application menu, the system's dialogs, and what a second start prints. */
export const shell = {
  file: '&File', newArticle: 'New Article', import: 'Import…', saveRevision: 'Save Revision', export: 'Export…', quit: 'Quit',
  edit: '&Edit', undo: 'Undo', redo: 'Redo', cut: 'Cut', copy: 'Copy', paste: 'Paste', pastePlain: 'Paste without Formatting', selectAll: 'Select All', find: 'Find',
  view: '&View', zoomIn: 'Zoom In', zoomOut: 'Zoom Out', zoomReset: 'Actual Size', toggleTheme: 'Light or Dark', toggleSidePanel: 'Side Panel', fullScreen: 'Full Screen',
  help: '&Help', guide: 'Galley Help', sample: 'Open Sample Article',
  importTitle: 'Import Articles', articles: 'Articles', allFiles: 'All Files', pictures: 'Pictures', choosePictures: 'Choose Pictures', chooseFolder: 'Choose a Folder',
  alreadyRunning: 'Galley is already running with this data folder: its window was brought to the front.',
} as const;
