/** Names of the messages between preload and shell. Pages never see them. */
export const SHELL_CHANNELS = {
  connect: 'shell:connect',
  corePort: 'shell:core-port',
  coreGone: 'shell:core-gone',
  chooseFileToOpen: 'shell:choose-file-to-open',
  chooseFilesToOpen: 'shell:choose-files-to-open',
  chooseFolderToOpen: 'shell:choose-folder-to-open',
  chooseFileToSave: 'shell:choose-file-to-save',
  chooseFolder: 'shell:choose-folder',
  fileFromDrop: 'shell:file-from-drop',
  filesFromDrop: 'shell:files-from-drop',
  showInFolder: 'shell:show-in-folder',
  printReport: 'shell:print-report',
  printStage: 'shell:print-stage',
  stopPrinting: 'shell:stop-printing',
  printPage: 'shell:print-page',
  reportReady: 'shell:report-ready',
  activity: 'shell:activity',
  lockWarning: 'shell:lock-warning',
  copyText: 'shell:copy-text',
  copied: 'shell:copied',
  setTheme: 'shell:set-theme',
  readPreferences: 'shell:read-preferences',
  keepPreferences: 'shell:keep-preferences',
  quit: 'shell:quit',
} as const

/** Argument that carries the app's version into the preload script. */
export const VERSION_ARGUMENT = '--throughline-version='
