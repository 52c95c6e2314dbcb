import { type LibraryMeasure, libraryMeasure, type Looked, PRACTICE } from './measure.ts'
import { MET, NOT_MET, type Observations, type Outcome } from './observations.ts'

/** Adds the death of somebody, by its place; `null` leaves it out. */
const deaths =
  (outcomeOf: (place: string | null) => Outcome | null) =>
  ({ person: { died, deathPlace, episodes } }: Looked, into: Observations): void => {
    if (died === null) return
    const outcome = outcomeOf(deathPlace)
    // By tumour group a death belongs to the diagnosis that was recorded first.
    if (outcome !== null) into.at(died, outcome, episodes.length === 0 ? -1 : 0)
  }

const WHOSE = 'Deaths of people in the register, of whatever cause.'
const CAVEAT =
  'Where somebody wished to die is not stored here, so nothing is said of wishes. Only deaths that the practice recorded are counted; the place comes from its own record.'
const SOURCE = 'Death location type of the national data dictionary, as the register records it'
const BESIDE = { label: 'Place recorded', code: 'death-place-known' } as const

const PLACES = [
  { code: 'died-at-home', title: 'Died at home', name: 'at home or in another private home', of: ['20', '21', '22'] },
  { code: 'died-in-hospital', title: 'Died in hospital', name: 'in hospital', of: ['10'] },
  { code: 'died-in-hospice', title: 'Died in a hospice', name: 'in a hospice', of: ['30'] },
  { code: 'died-in-care-home', title: 'Died in a care home', name: 'in a care home', of: ['40', '41', '42'] },
  { code: 'died-elsewhere', title: 'Died somewhere else', name: 'somewhere else', of: ['50'] },
] as const

export const DEATH_MEASURES: readonly LibraryMeasure[] = [
  libraryMeasure({
    code: 'deaths',
    topic: 'deaths',
    kind: 'count',
    title: 'Deaths',
    definition: WHOSE,
    unit: 'people',
    better: 'neither',
    heldBy: PRACTICE,
    caveat: 'Deaths of any cause, whether or not of the cancer.',
    source: 'Throughline',
    found: { numerator: 'Died', notNumerator: '', undecided: 'The date of death is too vague' },
    observe: deaths(() => MET),
  }),
  libraryMeasure({
    code: 'death-place-known',
    topic: 'deaths',
    kind: 'proportion',
    title: 'Place of death recorded',
    definition: `${WHOSE} Those with the place recorded.`,
    unit: '%',
    better: 'higher',
    heldBy: PRACTICE,
    denominatorRule: 'All deaths recorded',
    caveat: CAVEAT,
    source: SOURCE,
    found: {
      numerator: 'Place recorded',
      notNumerator: 'Place not recorded',
      undecided: 'The date of death is too vague',
    },
    observe: deaths((place) => (place === null ? NOT_MET : MET)),
  }),
  ...PLACES.map(({ code, title, name, of }) =>
    libraryMeasure({
      code,
      topic: 'deaths',
      kind: 'proportion',
      title,
      definition: `${WHOSE} Of those whose place is recorded, the ones ${name}.`,
      unit: '%',
      better: 'neither',
      heldBy: PRACTICE,
      denominatorRule: 'Deaths with a place recorded; read it beside the share that have one',
      caveat: CAVEAT,
      source: SOURCE,
      beside: BESIDE,
      found: { numerator: title, notNumerator: 'Died in another place', undecided: 'The date of death is too vague' },
      observe: deaths((place) => (place === null ? null : of.some((one) => one === place) ? MET : NOT_MET)),
    }),
  ),
]
