import { OF_ENCODINGS } from './of-encodings.ts'
import { OF_OLD_WORKBOOKS } from './of-old-workbooks.ts'
import { OF_OTHER_FORMATS } from './of-other-formats.ts'
import { OF_PEOPLE } from './of-people.ts'
import { OF_SHAPES } from './of-shapes.ts'
import { OF_SYSTEMS } from './of-systems.ts'
import { OF_VALUES } from './of-values.ts'
import { OF_WORKBOOKS } from './of-workbooks.ts'

/** Every awkward file, by what it is awkward in. */
export const CORPUS = {
  'of systems': OF_SYSTEMS,
  'of encodings': OF_ENCODINGS,
  'of shapes': OF_SHAPES,
  'of values': OF_VALUES,
  'of people': OF_PEOPLE,
  'of workbooks': OF_WORKBOOKS,
  'of old workbooks': OF_OLD_WORKBOOKS,
  'of other formats': OF_OTHER_FORMATS,
} as const

export const ALL_FILES = Object.values(CORPUS).flat()
