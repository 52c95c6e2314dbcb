import { day, event, type Example, journey, month, TODAY, year } from './check-builders.ts'

const dead = { deathDate: day('2026-11-10') } as const

/** Who somebody is. */
export const PERSON_EXAMPLES: Readonly<Record<string, Example>> = {
  'born-in-future': {
    asks: [{ person: { birthDate: '2026-11-24' }, events: [], episode: { diagnosisDate: null } }],
    passes: [{ person: { birthDate: TODAY }, events: [], episode: { diagnosisDate: null } }],
  },
  'died-before-birth': {
    asks: [{ person: { deathDate: year('1957-01-01') }, events: [] }],
    passes: [{ person: { deathDate: year('1958-01-01') }, events: [], episode: { diagnosisDate: null } }],
  },
  'died-in-future': {
    asks: [{ person: { deathDate: month('2026-12-01') } }],
    passes: [{ person: { deathDate: month('2026-11-01') } }, { person: { deathDate: year('2026-01-01') } }],
  },
  'great-age': {
    asks: [{ person: { birthDate: '1915-11-22' } }],
    passes: [
      { person: { birthDate: '1916-01-01' } },
      {
        person: { birthDate: '1900-01-01', deathDate: year('2010-01-01') },
        events: [],
        episode: { diagnosisDate: null },
      },
    ],
  },
  'test-number': {
    asks: [{ demo: false }],
    passes: [{}, { person: { nhsNumber: null }, demo: false }],
  },
  'number-status': {
    asks: [{ person: { nhsNumber: null } }, { person: { nhsNumberStatus: '07' } }],
    passes: [{ person: { nhsNumber: null, nhsNumberStatus: '07' } }, { person: { nhsNumberStatus: null } }],
  },
  'postcode-shape': {
    asks: [{ person: { postcode: '75008' } }, { person: { postcode: 'WX1 2A' } }],
    passes: ['wx12ap', 'WX1', 'EC1A 1BB', '', null].map((postcode) => ({ person: { postcode } })),
  },
  'fifth-without-index': {
    asks: [{ person: { deprivationIndex: null } }],
    passes: [{ person: { deprivationQuintile: null, deprivationIndex: null } }],
  },
  'death-place-alone': {
    asks: [{ person: { deathPlace: '30' } }],
    passes: [
      { person: { deathPlace: '30', ...dead } },
      { person: { deathPlace: '30' }, events: [...journey, event('v9', 'died', day('2026-11-10'))] },
    ],
  },
  'two-dates-of-death': {
    asks: [{ person: dead, events: [event('v9', 'died', day('2026-11-11'))] }],
    passes: [{ person: dead, events: [event('v9', 'died', month('2026-11-01'))] }],
  },
}
