import { formatIsoDate, isIsoDate } from '#shared/domain/partial-date.ts'
import { printSentence } from './prints.ts'

/** What an audit entry says, by method. Plain words and no names of patients. */
const SENTENCES: Record<string, string> = {
  'access.setUp': 'Set up the register',
  'access.unlock': 'Unlocked the register',
  'access.savePractice': 'Changed the practice details',
  'audit.printed': 'Printed a page',
  'audit.undo': 'Took back an earlier change',
  'access.openDemo': 'Made up the demo practice',
  'brainstorm.addNotes': 'Wrote notes for the action plan',
  'brainstorm.addTheme': 'Began a theme of notes',
  'brainstorm.moveNote': 'Moved a note',
  'brainstorm.moveTheme': 'Moved a theme of notes',
  'brainstorm.removeNote': 'Took a note off the board',
  'brainstorm.removeTheme': 'Took a theme of notes away',
  'brainstorm.saveNote': 'Changed a note',
  'brainstorm.saveTheme': 'Changed a theme of notes',
  'brainstorm.vote': 'Counted a vote for a note',
  'bundle.bringIn': 'Brought in a bundle: the whole register',
  'bundle.write': 'Wrote the whole register to a bundle',
  'care.forPrint': 'Printed a recall list',
  'care.record': 'Recorded a support contact or care review',
  'contacts.add': 'Added a contact',
  'contacts.remove': 'Removed a contact',
  'contacts.save': 'Changed a contact',
  'contacts.spoke': 'Noted when a contact was spoken to',
  'checks.askAgain': 'Asked again about something unusual',
  'checks.keep': 'Kept something unusual with a reason',
  'checks.ofPerson': 'Looked at what is unusual about a person',
  'checks.switchOff': 'Switched a check off',
  'checks.switchOn': 'Switched a check on',
  'duplicates.askAgain': 'Asked again whether two records are one person',
  'duplicates.merge': 'Merged two records of one person',
  'duplicates.notSame': 'Said that two records are two people',
  'duplicates.search': 'Looked for people who are here twice',
  'figures.remove': 'Removed practice figures',
  'figures.save': 'Brought in practice figures',
  'fhir.exportBundle': 'Wrote people of the register to a FHIR bundle',
  'imports.commit': 'Brought in a file',
  'imports.removeProfile': 'Deleted a saved way of matching files',
  'imports.renameProfile': 'Renamed a saved way of matching files',
  'imports.saveRejected': 'Saved the rejected rows of an import to a file',
  'imports.rename': 'Gave an import another name',
  'imports.saveToChoose': 'Saved the rows of an import that nobody chose about to a file',
  'imports.undo': 'Took back an import',
  'journey.ofPerson': 'Looked at a person’s journey',
  'handouts.printed': 'Printed a paper about a person',
  'history.ofPerson': 'Looked at a person’s history',
  'journey.logEvent': 'Logged an event',
  'journey.saveEvent': 'Corrected an event',
  'journey.removeEvent': 'Removed an event',
  'learning.addAction': 'Made a task of a change agreed in a learning event analysis',
  'learning.bringBack': 'Brought back a learning event that was set aside',
  'learning.get': 'Looked at a learning event analysis',
  'learning.ofPerson': 'Looked at what a person’s learning events are',
  'learning.printed': 'Printed a learning event analysis',
  'learning.save': 'Changed a learning event analysis',
  'learning.setAside': 'Set a learning event aside',
  'learning.setState': 'Changed how far a learning event analysis is',
  'learning.takeUp': 'Began a learning event analysis',
  'letters.about': 'Looked at a missing letter',
  'letters.answer': 'Wrote down an answer of a hospital',
  'letters.ask': 'Asked a hospital',
  'letters.askSeveral': 'Asked hospitals for several letters',
  'letters.forPrint': 'Printed a list of letters',
  'letters.itCame': 'Logged a letter that came',
  'letters.notNeeded': 'Said that a letter is not needed',
  'letters.ofPerson': 'Looked at a person’s letters',
  'letters.printed': 'Printed letters to hospitals',
  'letters.reopen': 'Asked a hospital again',
  'letters.saveDays': 'Changed how many days letters may take',
  'letters.saveQuery': 'Changed a question to a hospital',
  'letters.saveSummary': 'Wrote down what a treatment summary says',
  'measures.removeMark': 'Took a mark off the chart of a measure',
  'measures.saveMark': 'Wrote on the chart of a measure: limits, a note or a target',
  'pathways.addAdjustment': 'Took days off a clock',
  'pathways.linkEvents': 'Put events on a pathway',
  'pathways.ofPerson': 'Looked at a person’s pathways',
  'pathways.printOpen': 'Printed the list of open referrals',
  'pathways.remove': 'Removed a pathway',
  'pathways.removeAdjustment': 'Put days back on a clock',
  'pathways.save': 'Changed a pathway',
  'pathways.saveClocks': 'Changed how many days clocks allow',
  'pathways.signOff': 'Signed off a pathway',
  'pathways.start': 'Started a pathway',
  'plan.addActions': 'Added actions to the plan',
  'plan.addCycle': 'Began a turn of plan, do, study, act',
  'plan.addDriver': 'Added a box to the driver diagram',
  'plan.addMilestone': 'Added a milestone',
  'plan.addObjective': 'Added an objective to the plan',
  'plan.addUpdate': 'Wrote an update of an action',
  'plan.answer': 'Answered whether an action worked',
  'plan.bringIn': 'Brought actions in from a spreadsheet',
  'plan.chooseBaseline': 'Took a measure into the baseline of the plan',
  'plan.close': 'Closed the plan',
  'plan.dropBaseline': 'Left a measure out of the baseline of the plan',
  'plan.freezeYear': 'Froze the figures of a year of the plan',
  'plan.linkMeasure': 'Tied an action to a measure',
  'plan.meetMilestone': 'Said whether a milestone was met',
  'plan.moveAction': 'Moved an action',
  'plan.moveDriver': 'Moved a box of the driver diagram',
  'plan.removeAction': 'Removed an action',
  'plan.removeCycle': 'Removed a turn of plan, do, study, act',
  'plan.removeDraft': 'Removed the draft of a plan',
  'plan.removeDriver': 'Removed a box of the driver diagram',
  'plan.removeMilestone': 'Removed a milestone',
  'plan.removeObjective': 'Removed an objective of the plan',
  'plan.removeUpdate': 'Removed an update of an action',
  'plan.save': 'Changed the plan',
  'plan.saveAction': 'Changed an action',
  'plan.saveCycle': 'Changed a turn of plan, do, study, act',
  'plan.saveDriver': 'Changed a box of the driver diagram',
  'plan.saveLink': 'Changed what measure an action is to move',
  'plan.saveMilestone': 'Changed a milestone',
  'plan.saveObjective': 'Changed an objective of the plan',
  'plan.saveUpdate': 'Corrected an update of an action',
  'plan.setNeeds': 'Changed what an action waits for',
  'plan.setStatus': 'Changed how an action stands',
  'plan.sign': 'Signed the plan',
  'plan.start': 'Began a plan',
  'plan.unlinkMeasure': 'Untied an action from a measure',
  'development.add': 'Wrote something down of their own learning',
  'development.remove': 'Removed something of their own learning',
  'development.save': 'Changed something of their own learning',
  'lessons.add': 'Made a lesson card',
  'lessons.bringIn': 'Brought in a lesson card',
  'lessons.exportCard': 'Wrote a lesson card to a file',
  'lessons.remove': 'Removed a lesson card',
  'lessons.save': 'Changed a lesson card',
  'planLogs.addDecision': 'Wrote down a decision about the plan',
  'planLogs.addRisk': 'Added a risk to the plan',
  'planLogs.addSession': 'Wrote down a session of the lead',
  'planLogs.closeRisk': 'Said whether a risk still stands',
  'planLogs.removeDecision': 'Removed a decision about the plan',
  'planLogs.removeRisk': 'Removed a risk to the plan',
  'planLogs.removeSession': 'Removed a session of the lead',
  'planLogs.saveDecision': 'Changed a decision about the plan',
  'planLogs.saveRisk': 'Changed a risk to the plan',
  'planLogs.saveSession': 'Changed a session of the lead',
  'planLogs.setFunding': 'Said what a year of the plan is funded with',
  'reviews.close': 'Closed a review of the plan',
  'reviews.passOver': 'Passed over an action at a review of the plan',
  'reviews.remove': 'Removed a review of the plan',
  'reviews.reopen': 'Opened a review of the plan again',
  'reviews.save': 'Changed what is written of a review of the plan',
  'reviews.start': 'Began a review of the plan',
  'reconcile.add': 'Added a cancer from a compared list',
  'reconcile.ask': 'Made a task of asking a hospital about its list',
  'reconcile.compare': 'Compared a list with the register',
  'reconcile.decide': 'Decided about something that a list has otherwise',
  'reconcile.remove': 'Forgot a compared list',
  'reconcile.saveCounts': 'Saved the counts of a compared list to a file',
  'reconcile.saveWorkList': 'Saved what a compared list leaves to decide to a file',
  'reconcile.setClosed': 'Closed or opened a compared list',
  'reconcile.takeBack': 'Took back a decision about a compared list',
  'reconcile.takeTheirs': 'Took the diagnosis date of a list',
  'register.person': 'Looked at a person',
  'register.addPerson': 'Added a person',
  'register.savePerson': 'Changed a person’s details',
  'register.removePerson': 'Took a person off the register',
  'register.addEpisode': 'Added a diagnosis',
  'register.saveEpisode': 'Changed a diagnosis',
  'register.removeEpisode': 'Removed a diagnosis',
  'register.addRegistration': 'Added a time with a practice',
  'register.saveRegistration': 'Changed a time with a practice',
  'register.removeRegistration': 'Removed a time with a practice',
  'register.setNamedLead': 'Set the named lead of several people',
  'register.forPrint': 'Printed a view of the register',
  'register.exportList': 'Wrote a view of the register to a file',
  'register.addView': 'Kept a view of the register',
  'register.changeView': 'Changed a kept view',
  'register.removeView': 'Forgot a kept view',
  'duplicates.pair': 'Compared two records',
  'handouts.facts': 'Looked at a person’s handover card',
  'network.addPractice': 'Put a practice on the list of the network',
  'network.removePractice': 'Took a practice off the list of the network',
  'network.takeIn': 'Took in packs of practices',
  'network.send': 'Wrote the exact counts of a report for the lead of the network',
  'network.freeze': 'Froze the report of all practices together',
  'papers.export': 'Wrote a document to files',
  'packs.verify': 'Checked a pack',
  'packs.trust': 'Took a key for that of a practice',
  'packs.forget': 'Forgot the key of a practice',
  'reports.build': 'Froze a network report',
  'reports.export': 'Wrote a network report to files',
  'reports.addBenchmark': 'Added a published figure to print reports beside',
  'reports.removeBenchmark': 'Removed a published figure to print reports beside',
  'reports.people': 'Looked at the people behind a number of a network report',
  'reports.remake': 'Froze a network report again from its own figures',
  'safekeeping.setFolder': 'Chose another backup folder',
  'safekeeping.backUpNow': 'Made a backup',
  'safekeeping.testRestore': 'Tested a restore',
  'safekeeping.restore': 'Restored a backup',
  'settings.save': 'Changed the settings',
  'settings.saveContacts': 'Changed the telephone numbers for paper',
  'tasks.add': 'Added a task',
  'tasks.addForPeople': 'Added a task for several people',
  'tasks.drop': 'Dropped a task',
  'tasks.finish': 'Finished a task',
  'tasks.ofPerson': 'Looked at a person’s tasks',
  'tasks.reopen': 'Opened a task again',
  'tasks.save': 'Changed a task',
  'toolkit.addComment': 'Commented on a document',
  'toolkit.create': 'Began a document',
  'toolkit.issue': 'Issued a document',
  'toolkit.exportFile': 'Wrote a document to a file',
  'toolkit.exportTemplate': 'Wrote a template to a file',
  'toolkit.importFile': 'Made a document of a file',
  'toolkit.importTemplate': 'Brought in a template',
  'toolkit.printed': 'Printed a document',
  'toolkit.removeTemplate': 'Removed a template',
  'toolkit.saveAsTemplate': 'Made a template of a document',
  'toolkit.issueOne': 'Looked at an issue of a document',
  'toolkit.revision': 'Looked at an earlier state of a document',
  'toolkit.openOfPerson': 'Looked at a document about a person',
  'toolkit.remove': 'Removed a document',
  'toolkit.removeComment': 'Removed a comment on a document',
  'toolkit.resolveComment': 'Dealt with a comment on a document',
  'toolkit.restoreRevision': 'Took up an earlier state of a document',
  'toolkit.save': 'Wrote in a document',
  'toolkit.saveHouseStyle': 'Changed what stands on every page of a document',
  'toolkit.setAudience': 'Changed whom a document is for',
  'today.bringBack': 'Brought back what was put off',
  'today.putOff': 'Put something off',
}

/** The sentence for a method; the method's own name when none was written, so that nothing is hidden. */
export const sentenceFor = (method: string): string => SENTENCES[method] ?? method

<<<<<<< HEAD
/** The sentence for an entry: as that of its method, and which page or document it was where one is for many. */
export const entrySentence = (method: string, detail: Readonly<Record<string, unknown>>): string =>
  (method === 'audit.printed' ? printSentence(detail['print']) : documentSentence(method, detail)) ??
  sentenceFor(method)
=======
type Detail = Readonly<Record<string, unknown>>

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

const REFUSED: ReadonlySet<unknown> = new Set(['conflict', 'validation', 'forbidden'])

/** How something ended that is in the trail although it did not succeed; nothing where it did. */
const endWords = ({ failed }: Detail): string => {
  if (typeof failed !== 'string') return ''
  if (failed === 'cancelled') return ' (stopped)'
  return REFUSED.has(failed) ? ' (refused)' : ' (failed)'
}

/** Which report it was that left: by its period, since a practice has one for each. */
const reportWords = (detail: Detail): string => {
  const [from, to] = [textIn(detail['from']), textIn(detail['to'])]
  return isIsoDate(from) && isIsoDate(to) ? `, ${formatIsoDate(from)} to ${formatIsoDate(to)}` : ''
}

/**
 * The sentence for an entry: as that of its method, which page or report it was where one method is for many, and how it
 * ended where it did not succeed.
 */
export const entrySentence = (method: string, detail: Detail): string => {
  const sentence = (method === 'audit.printed' ? printSentence(detail['print']) : null) ?? sentenceFor(method)
  return `${sentence}${staysDone(method) ? reportWords(detail) : ''}${endWords(detail)}`
}

/** Why it was done, as it was typed, and for whom where something left; null where nobody was asked. */
export const entryReason = ({ reason, purpose, recipient }: Detail): string | null => {
  const why = textIn(reason) || textIn(purpose)
  const whom = textIn(recipient)
  if (why === '') return whom === '' ? null : `For ${whom}`
  return whom === '' ? why : `${why}. For ${whom}`
}
>>>>>>> 60f55b997d5a340dbb2602b9f33f29b492bceb60

/** True for what no undoing reaches: a report that was sent stays noted, since every later one is held beside it. */
export const staysDone = (method: string): boolean => method === 'reports.export' || method === 'network.send'

/** True for what is undone from a list of its own, which keeps the record of it: imports and tables of figures. */
export const isUndoneFromItsList = (method: string): boolean => /^(?:imports\.(?:commit|undo)$|figures\.)/.test(method)
