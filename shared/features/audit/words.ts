/** What an audit entry says, by method. Plain words and no names of patients. */
const SENTENCES: Record<string, string> = {
  'access.setUp': 'Set up the register',
  'access.unlock': 'Unlocked the register',
  'access.savePractice': 'Changed the practice details',
  'audit.undo': 'Took back an earlier change',
  'access.openDemo': 'Made up the demo practice',
  'imports.commit': 'Brought in a file',
  'imports.saveRejected': 'Saved the rejected rows of an import to a file',
  'imports.undo': 'Took back an import',
  'journey.ofPerson': 'Looked at a person’s journey',
  'journey.logEvent': 'Logged an event',
  'journey.saveEvent': 'Corrected an event',
  'journey.removeEvent': 'Removed an event',
  'register.person': 'Looked at a person',
  'register.addPerson': 'Added a person',
  'register.savePerson': 'Changed a person’s details',
  'register.removePerson': 'Took a person off the register',
  'register.addEpisode': 'Added a diagnosis',
  'register.saveEpisode': 'Changed a diagnosis',
  'register.removeEpisode': 'Removed a diagnosis',
  'reports.build': 'Froze a network report',
  'reports.export': 'Wrote a network report to files',
  'safekeeping.setFolder': 'Chose another backup folder',
  'safekeeping.backUpNow': 'Made a backup',
  'safekeeping.testRestore': 'Tested a restore',
  'safekeeping.restore': 'Restored a backup',
  'settings.save': 'Changed the settings',
}

/** The sentence for a method; the method's own name when none was written, so that nothing is hidden. */
export const sentenceFor = (method: string): string => SENTENCES[method] ?? method
