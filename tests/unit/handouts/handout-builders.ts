import type { HandoutFacts } from '#shared/features/handouts/contract.ts'
import type { HandoverFacts } from '#shared/features/handouts/handover-card.ts'
import { type JourneyEvent, journeyEventSchema } from '#shared/features/journey/schema.ts'
import { episodeDetailsSchema, personDetailsSchema } from '#shared/features/register/schema.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'

const PERSON = '01900000-0000-7000-8000-000000000001'
const EPISODE = '01900000-0000-7000-8000-000000000002'

let made = 0

/** An event of any type on a day, logged after the one made before it. */
export const event = (eventType: string, date: string, change: Partial<JourneyEvent> = {}): JourneyEvent => {
  made += 1
  return journeyEventSchema.parse({
    id: `01900000-0000-7000-8000-1${String(made).padStart(11, '0')}`,
    version: 1,
    personId: PERSON,
    episodeId: null,
    eventType,
    lane: 'hospital',
    date,
    precision: 'day',
    note: null,
    toldBy: null,
    answersEventId: null,
    ...change,
  })
}

export const NOTHING_RECORDED: HandoutFacts = {
  practiceName: 'Brackenfold Surgery',
  contacts: { practicePhone: null, outOfHoursName: null, outOfHoursPhone: null },
  summary: null,
}

/** A person with one diagnosis and a hospital nurse, and nothing else. */
export const aHandoutSource = (): HandoverFacts => ({
  person: {
    ...personDetailsSchema.parse({}),
    ...aPerson(),
    id: PERSON,
    version: 1,
    namedLeadName: 'Beth Tranter',
  },
  episodes: [
    {
      ...episodeDetailsSchema.parse({}),
      ...anEpisode({ nurseSpecialist: 'Imogen Clarke', nurseSpecialistPhone: '01632 960 114' }),
      id: EPISODE,
      personId: PERSON,
      version: 1,
      onQofRegister: true,
      qofReason: '',
    },
  ],
  events: [],
  due: [],
  today: '2026-11-23',
  handout: NOTHING_RECORDED,
})
