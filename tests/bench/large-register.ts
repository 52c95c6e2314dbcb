import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { addDays } from '#shared/domain/partial-date.ts'
import { findRuntime } from '../../electron/tooling/runtime.mjs'
import { type BenchRegister, benchRegister } from './bench-register.ts'
import { type Figure, percentile95, timed } from './measure.ts'
import { registerFigures } from './register-speed.ts'
import { typeIntoSearch, withRegisterList } from './window-speed.ts'

const PEOPLE = 100_000
const EVENTS = 200
const WARM_UP = 5
const CALLS = 60
/** A frame at sixty frames a second. */
const FRAME = 16
const KEYSTROKE = 50

/** What a person may ask of the list, in the words of the contract. */
const LISTS: Readonly<Record<string, object>> = {
  'first page': {},
  'page in the middle': { offset: 50_000 },
  'by diagnosis, newest first': { sort: 'diagnosed', descending: true },
  'by cancer': { sort: 'cancer' },
  'by date of birth': { sort: 'born' },
  'by what is due': { sort: 'due' },
  'new diagnoses': { view: 'new' },
  'letters missing': { view: 'missing_letter' },
  'contacts due': { view: 'contact_due' },
  'reviews due': { view: 'review_due' },
  'two cancers, living, late': { tumourGroups: ['breast', 'lung'], living: 'living', due: 'late' },
  'nothing due': { due: 'nothing' },
  'search for part of a name': { search: 'son' },
  'search for two parts': { search: 'ash mau' },
  'search for one letter': { search: 'm' },
  'search for many': { search: 'breast' },
  'search for an NHS number': { search: '999 012' },
  'search for nobody': { search: 'zzz' },
}

/** Every letter of these finds other people than the one before, so that each can be seen to be painted. */
const WORDS = ['mar', 'bre', 'col', 'pro', 'kid'] as const

const timesOf = async (work: (round: number) => Promise<unknown>): Promise<number[]> => {
  for (let round = 0; round < WARM_UP; round += 1) await work(round)
  const times: number[] = []
  for (let round = 0; round < CALLS; round += 1) times.push(await timed(() => work(round)))
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
  for (const [name, input] of Object.entries(LISTS)) {
    const times = await timesOf(() => core.call('register.page', { limit: 100, ...input }))
    figures.push(frameFigure(`list: ${name}`, times, FRAME, `95th percentile of ${CALLS} calls`))
  }
  return figures
}

/** Somebody whose journey is very long, opened as the person's page opens them. */
const personFigure = async ({ core }: BenchRegister): Promise<Figure> => {
  const { rows } = (await core.call('register.page', { limit: 1, sort: 'born', descending: true })) as {
    rows: { id: string }[]
  }
  const id = rows[0]?.id
  const today = core.env.clock.today()
  for (let event = 0; event < EVENTS; event += 1) {
    await core.call('journey.logEvent', {
      personId: id,
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
  const times = await timesOf(() =>
    Promise.all([core.call('register.person', { id }), core.call('journey.ofPerson', { personId: id })]),
  )
  return frameFigure(`person with over ${EVENTS} events`, times, FRAME, `95th percentile of ${CALLS} openings`)
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
  return [frameFigure(name, times, KEYSTROKE, `95th percentile of ${times.length} letters typed into the search`)]
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
    say('a person')
    const person = await personFigure(register)
    await register.core.close()
    say('window')
    return [...pages, ...lists, person, ...(await keystrokeFigure(register.folder))]
  } finally {
    await register.remove()
  }
}
