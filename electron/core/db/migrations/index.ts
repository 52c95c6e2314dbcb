import { foundation } from './0010-foundation.ts'
import { register } from './0020-register.ts'
import { importsAndReports } from './0030-imports-and-reports.ts'
import { registerInFull } from './0040-register-in-full.ts'
import { workAroundAPerson } from './0050-work-around-a-person.ts'
import { registerSearch } from './0060-register-search.ts'
import { adjustmentsByDay } from './0080-adjustments-by-day.ts'
import { practiceFigures } from './0090-practice-figures.ts'
import { reconciliations } from './0100-reconciliations.ts'
import { importProfiles } from './0110-import-profiles.ts'
import { eventsAtAGlance } from './0120-events-at-a-glance.ts'
import { reportExports } from './0130-report-exports.ts'
import { clocksAtAGlance } from './0140-clocks-at-a-glance.ts'
import { packs } from './0150-packs.ts'
import { learningEvents } from './0160-learning-events.ts'
import { measureMarks } from './0180-measure-marks.ts'
import { plans } from './0200-plan.ts'
import { brainstorm } from './0210-brainstorm.ts'
import { contacts } from './0220-contacts.ts'
import { planLogs } from './0230-plan-logs.ts'
import { toolkit } from './0240-toolkit.ts'
import { development } from './0250-development.ts'
import { lessons } from './0260-lessons.ts'
import { changesOfContacts } from './0270-changes-of-contacts.ts'
import { keptTexts } from './0280-kept-texts.ts'

export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

/** Every migration in order. A released one is never edited: the next change is a new file. */
export const MIGRATIONS: readonly Migration[] = [
  foundation,
  register,
  importsAndReports,
  registerInFull,
  workAroundAPerson,
  registerSearch,
  adjustmentsByDay,
  practiceFigures,
  reconciliations,
  importProfiles,
  eventsAtAGlance,
  reportExports,
  clocksAtAGlance,
  packs,
  learningEvents,
  measureMarks,
  plans,
  brainstorm,
  contacts,
  planLogs,
  toolkit,
  development,
  lessons,
  changesOfContacts,
  keptTexts,
]
