import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { addDays } from '#shared/domain/partial-date.ts'
import { findRuntime } from '../../electron/tooling/runtime.mjs'
import { type BenchRegister, benchRegister } from './bench-register.ts'
import { type Figure, median, percentile95, timed } from './measure.ts'
import { registerFigures } from './register-speed.ts'
import { typeIntoSearch, withRegisterList } from './window-speed.ts'

const PEOPLE = 100_000
const EVENTS = 200
const WARM_UP = 5
const CALLS = 60
/** A frame at sixty frames a second. */
const FRAME = 16
const KEYSTROKE = 50

/** As many as the table asks for at a time. */
const PAGE = 40
/** How far somebody scrolls into a list that they have narrowed. */
const FIRST_PAGES = 10
const PARTS = 'ash son wor mar ann oka bre col lun kid liv ova mel pan thy smi lee pat wil jon eva ora ian ell ber ton'
const TWO_PARTS = 'ash mau|lun son|mel an|col mar|ova wil|smi ber|pat ell|kid jo|liv ton|bre eva'

/** A question in the words of the contract, another in each round: nobody asks for the same page again and again. */
type Question = (round: number) => object

const oneOf = (texts: string, by = ' '): ((round: number) => string) => {
  const all = texts.split(by)
  return (round) => all[round % all.length] ?? ''
}
const pages =
  (filter: object): Question =>
  (round) => ({ ...filter, offset: (round % FIRST_PAGES) * PAGE })
const searches =
  (texts: (round: number) => string): Question =>
  (round) => ({ search: texts(round) })
const digits = (round: number): string => String(1000 + round * 37).slice(1)

/** What a person may ask of the list. */
const LISTS: Readonly<Record<string, Question>> = {
  'any page': (round) => ({ offset: ((round * 37) % 990) * PAGE }),
  'by diagnosis, newest first': pages({ sort: 'diagnosed', descending: true }),
  'by cancer': pages({ sort: 'cancer' }),
  'by date of birth': pages({ sort: 'born' }),
  'by what is due': pages({ sort: 'due' }),
  'new diagnoses': pages({ view: 'new' }),
  'letters missing': pages({ view: 'missing_letter' }),
  'contacts due': pages({ view: 'contact_due' }),
  'reviews due': pages({ view: 'review_due' }),
  'two cancers, living, late': pages({ tumourGroups: ['breast', 'lung'], living: 'living', due: 'late' }),
  'any filter': (round) => ({
    view: oneOf('everyone new missing_letter contact_due review_due')(round),
    tumourGroups: round % 3 === 0 ? [] : [oneOf('breast lung lower_gi prostate')(round)],
    living: round % 2 === 0 ? null : 'living',
    due: [null, 'late', 'this_week', 'four_weeks', 'nothing'][Math.floor(round / 5) % 5],
  }),
  'search for one letter': searches(oneOf('a b c d e f g h i j k l m n o p q r s t u v w y z')),
  'search for three characters': searches(oneOf(PARTS)),
  'search for two parts': searches(oneOf(TWO_PARTS, '|')),
  'search for an NHS number': searches((round) => `999 ${digits(round)} ${digits(round + 7)}`),
  'search for nobody': searches((round) => `zz${digits(round)}`),
}

/** Every letter of these finds other people than the one before, so that each can be seen to be painted. */
const WORDS = [
  'mar',
  'bre',
  'col',
  'pro',
  'kid',
  'wil',
  'lun',
  'pat',
  'son',
  'liv',
  'tho',
  'eva',
  'jon',
  'tay',
] as const

const timesOf = async (work: (round: number) => Promise<unknown>): Promise<number[]> => {
  for (let round = 0; round < WARM_UP; round += 1) await work(round)
  const times: number[] = []
  for (let round = 0; round < CALLS; round += 1) times.push(await timed(() => work(WARM_UP + round)))
  return times
}

const frameFigure = (name: string, times: readonly number[], limit: number, detail: string): Figure => ({
  name,
  value: percentile95(times),
  unit: 'ms',
  limit: { most: limit },
  detail,
})

const listFigures = async ({ core }: BenchRegister): Promise<Figure[]> => {
  const figures: Figure[] = []
  for (const [name, question] of Object.entries(LISTS)) {
    const times = await timesOf((round) => core.call('register.page', { limit: PAGE, ...question(round) }))
    figures.push(frameFigure(`list: ${name}`, times, FRAME, `95th percentile of ${CALLS} different questions`))
  }
  return figures
}

/** What a person's page asks for. */
const openPerson = async ({ core }: BenchRegister, id: string): Promise<void> => {
  await Promise.all([core.call('register.person', { id }), core.call('journey.ofPerson', { personId: id })])
}

const logEvents = async ({ core }: BenchRegister, personId: string): Promise<void> => {
  const today = core.env.clock.today()
  for (let event = 0; event < EVENTS; event += 1) {
    await core.call('journey.logEvent', {
      personId,
      episodeId: null,
      eventType: 'seen_by_gp',
      lane: 'primary',
      date: addDays(today, -event),
      precision: 'day',
      note: `Note ${event}`,
      toldBy: null,
      answersEventId: null,
      hospital: null,
      doneBy: null,
      template: null,
      pathway: 'none',
    })
  }
}

/** One person after another, and somebody whose journey is very long. */
const personFigures = async (register: BenchRegister): Promise<Figure[]> => {
  const ids = (await register.core.call('register.filteredIds', { sort: 'born', descending: true })) as string[]
  const personAt = (round: number): string => ids[(round * 911) % ids.length] ?? ''
  const many = await timesOf((round) => openPerson(register, personAt(round)))
  const long = personAt(WARM_UP)
  await logEvents(register, long)
  const one = await timesOf(() => openPerson(register, long))
  return [
    frameFigure('any person', many, FRAME, `95th percentile of ${CALLS} different people`),
    frameFigure(`person with over ${EVENTS} events`, one, FRAME, `95th percentile of ${CALLS} openings`),
  ]
}

const keystrokeFigure = async (folder: string): Promise<Figure[]> => {
  const name = 'keystroke to painted rows'
  const limit = { most: KEYSTROKE }
  if (findRuntime() === undefined || !existsSync(resolve(import.meta.dirname, '../../out/main/main.js')))
    return [{ name, value: null, unit: 'ms', limit, detail: 'no Electron runtime, or the app is not built' }]
  const times = await withRegisterList(folder, async (page) => {
    const all: number[] = []
    for (const [at, text] of ['ash', ...WORDS].entries()) {
      const typed = await typeIntoSearch(page, text)
      // The first word warms up, as everywhere else.
      if (at > 0) all.push(...typed)
      await page.keyboard.press('Escape')
      await page.locator(`[role="grid"][aria-rowcount="${PEOPLE + 1}"]`).waitFor()
    }
    return all
  })
  const how = `of ${times.length} letters typed into the search`
  return [
    { name, value: median(times), unit: 'ms', limit, detail: `median ${how}` },
    {
      name: `${name}, at worst`,
      value: percentile95(times),
      unit: 'ms',
      limit: null,
      detail: `95th percentile ${how}`,
    },
  ]
}

/** What a register of 100,000 people with about 30 events each costs. Making it takes minutes, so it is asked for. */
export const largeFigures = async (say: (step: string) => void): Promise<Figure[]> => {
  say(`making a register of ${PEOPLE.toLocaleString('en-GB')} people`)
  const register = await benchRegister(PEOPLE)
  try {
    say('register page and search')
    const pages = await registerFigures(register, PEOPLE)
    say('lists, filters and searches')
    const lists = await listFigures(register)
    say('people')
    const people = await personFigures(register)
    await register.core.close()
    say('window')
    return [...pages, ...lists, ...people, ...(await keystrokeFigure(register.folder))]
  } finally {
    await register.remove()
  }
}
