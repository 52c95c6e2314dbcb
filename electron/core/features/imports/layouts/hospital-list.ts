import { normaliseName } from '#shared/domain/text-match.ts'
import { eachRowAlone, type Layout } from './layout.ts'

/**
 * A list from a hospital's cancer services: the people of an MDT meeting, or those on a pathway who are tracked to their
 * target dates. Every trust writes its own, so two headings that only such a list has are enough.
 */
const MARKS = new Set([
  'hospital number',
  'hospital no',
  'mrn',
  'rxr number',
  'mdt',
  'mdt date',
  'date of mdt',
  'mdt meeting date',
  'mdt discussion date',
  'mdt outcome',
  'treatment plan',
  'treatment intent',
  'intent',
  'cns',
  'tumour site',
  'days on pathway',
  'pathway day',
  'day on pathway',
  'breach date',
  '62 day target',
  '62 day breach date',
  '31 day target',
  'target date',
  'date first seen',
  'decision to treat',
  'decision to treat date',
  'dtt date',
  'tracking comments',
  'tracking comment',
  'tracking notes',
  'next step',
  'next action',
  'ubrn',
])
const ENOUGH_MARKS = 2
const TRACKED = /pathway|breach|target|tracking/

export const hospitalList: Layout = {
  code: 'hospital-list',
  fits: (_preamble, headings) => {
    const names = new Set(headings.map(normaliseName))
    return [...names].filter((name) => MARKS.has(name)).length >= ENOUGH_MARKS
  },
  facts: (_preamble, headings) =>
    headings.some((heading) => TRACKED.test(normaliseName(heading)))
      ? [{ what: 'A tracking list', detail: 'Target dates and comments of the hospital are not brought in' }]
      : [],
  continues: eachRowAlone,
}
