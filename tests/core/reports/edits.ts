import { readMeasured } from '#core/features/reports/measured-text.ts'
import type { EventTypeCode } from '#shared/features/journey/public.ts'
import { anEpisode, anEvent, aPerson } from '#tests/support/builders.ts'
import type { TestCore } from '#tests/support/test-core.ts'

type Told = { date?: string; stage?: string | null; hospital?: string | null } & Partial<ReturnType<typeof aPerson>>

/** Numbers that look like chance and are the same in every run. */
export const dice = (seed: number): ((most: number) => number) => {
  let state = seed
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

const EVENTS: readonly EventTypeCode[] = [
  'care_review',
  'support_contact',
  'oncology_clinic',
  'clinic_letter',
  'surgery',
]

/** What is done to a register between two reports. */
export const editsOf = (core: () => TestCore) => {
  const diagnose = async ({ date = '2025-06-15', stage = null, hospital = null, ...person }: Told = {}) =>
    (
      await core().client.register.addPerson({
        person: aPerson(person),
        episode: anEpisode({ diagnosisDate: { date, precision: 'day' }, stage, hospital, route: 'screening' }),
      })
    ).id

  const setStage = async (id: string, stage: string | null): Promise<number> => {
    const [episode] = (await core().client.register.person({ id })).episodes
    if (episode === undefined) throw new Error('there is a diagnosis')
    const { id: episodeId, version, personId: _, ...rest } = episode
    return (await core().client.register.saveEpisode({ id: episodeId, version, episode: { ...rest, stage } })).undo
  }

  const savePerson = async (id: string, change: Partial<ReturnType<typeof aPerson>>): Promise<void> => {
    const { id: _, version, ...fields } = (await core().client.register.person({ id })).person
    await core().client.register.savePerson({ id, version, person: { ...fields, ...change } })
  }

  const removePerson = async (id: string): Promise<number> => {
    const { version } = (await core().client.register.person({ id })).person
    return (await core().client.register.removePerson({ id, version, reason: 'Moved away' })).undo
  }

  /** The true counts of a frozen report. */
  const sheetOf = async (id: string) => {
    const row = await core()
      .session()
      .database.read.selectFrom('report')
      .select('measured')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return readMeasured(row.measured).measured.sheet
  }

  /**
   * Does some of what a practice does, by chance: people come, are staged, go, come back and are written about.
   * @param change what is written about somebody, given how they are.
   */
  const writeByChance = (
    roll: (most: number) => number,
    change: (id: string, pick: <T>(of: readonly T[]) => T | undefined) => Promise<Partial<ReturnType<typeof aPerson>>>,
  ): (() => Promise<void>) => {
    const people: string[] = []
    const pick = <T>(of: readonly T[]): T | undefined => of[roll(of.length)]
    const aDay = (): string => `202${5 + roll(2)}-0${1 + roll(9)}-1${roll(9)}`
    return async () => {
      const id = pick(people) ?? ''
      const what = roll(9)
      if (what < 3 || people.length < 20)
        people.push(
          await diagnose({ date: aDay(), stage: pick(['1', '4', null]) ?? null, sex: pick(['1', '2']) ?? '2' }),
        )
      else if (what < 5) await setStage(id, pick(['2', '3', null]) ?? null)
      else if (what === 5) {
        const seq = await removePerson(id)
        if (roll(2) === 0) await core().client.audit.undo({ seq })
        else people.splice(people.indexOf(id), 1)
      } else if (what === 6) await savePerson(id, await change(id, pick))
      else
        await core().client.journey.logEvent(
          anEvent(id, { eventType: pick(EVENTS) ?? 'surgery', lane: 'primary', date: aDay(), precision: 'day' }),
        )
    }
  }

  return { diagnose, setStage, savePerson, removePerson, sheetOf, writeByChance }
}
