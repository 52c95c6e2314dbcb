import { finish } from '#core/in-process.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import type { IncomingDiagnosis } from '#core/features/imports/incoming.ts'
import { eventWords, newDiagnosisWords } from '#core/features/imports/words.ts'
import { formatNhsNumber, testNhsNumbers } from '#shared/domain/nhs-number.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { labelOf, SEX_CODES } from '#shared/domain/people.ts'
import type { ImportOutcome } from '#shared/features/imports/schema.ts'
import { importing } from '#tests/core/imports/import-helpers.ts'
import type { TestCore } from '#tests/support/test-core.ts'
import { registerInWords } from './in-words.ts'
import { shownAs } from './judge.ts'

const HEADINGS =
  'NHS number,Surname,First name,Date of birth,Sex,Postcode,Usual GP,Cancer,Diagnosis date,Stage,Care review date'
const FIRST_NAMES = ['Ada', 'Ben', 'Cy', 'Di', 'Ed']

interface Row {
  readonly who: number
  readonly hasNumber: boolean
  readonly birth: string
  readonly rest: readonly string[]
}

const row: fc.Arbitrary<Row> = fc.record({
  who: fc.nat({ max: FIRST_NAMES.length - 1 }),
  hasNumber: fc.boolean(),
  birth: fc.constantFrom('01/02/1950', '01/02/1950', '01/02/1950', '', '31/02/1950', '02/02/1950'),
  rest: fc.tuple(
    fc.constantFrom('F', 'M', '', 'Not known'),
    fc.constantFrom('ZZ99 3VZ', 'ZZ99 3WZ', ''),
    fc.constantFrom('Dr Rao', 'Dr Pugh', ''),
    fc.constantFrom('Malignant tumour of lung', 'Malignant tumour of breast', 'Something in the neck', ''),
    fc.constantFrom('13/04/2024', 'Apr 2024', '2024', '', '13/04/2030'),
    fc.constantFrom('2A', '3', '', 'Dukes B'),
    fc.constantFrom('05/06/2025', '06/06/2025', ''),
  ),
})
const rows = fc.array(row, { minLength: 1, maxLength: 8 })

/** The rows of one run, about people whom no other run knows. */
const listOf = (found: readonly Row[], family: string, own: readonly string[]): string =>
  [
    HEADINGS,
    ...found.map(({ who, hasNumber, birth, rest }) =>
      [hasNumber ? own[who] : '', family, FIRST_NAMES[who], birth, ...rest].join(','),
    ),
  ].join('\r\n')

/** What is known of each person, in the words of the preview. A diagnosis is told whole, and then what it adds. */
const factsNow = async ({ session }: TestCore): Promise<Map<string, Set<string>>> => {
  const { read } = session().database
  const people = await read.selectFrom('person').selectAll().execute()
  const episodes = await read.selectFrom('cancer_episode').selectAll().execute()
  const events = await read.selectFrom('journey_event').selectAll().execute()
  return new Map(
    people.map((person) => {
      const facts = [
        `Surname: ${person.surname}`,
        `First name: ${person.given_name}`,
        `NHS number: ${formatNhsNumber(person.nhs_number ?? '')}`,
        `Date of birth: ${person.birth_date === null ? '' : formatIsoDate(person.birth_date)}`,
        `Sex: ${labelOf(SEX_CODES, person.sex)}`,
        `Postcode: ${person.postcode ?? ''}`,
        `Usual GP: ${person.usual_gp ?? ''}`,
      ]
      for (const one of episodes.filter(({ person_id }) => person_id === person.id)) {
        const { diagnosis_date: date, diagnosis_date_precision: precision } = one
        const known = date === null || precision === null ? null : { date, precision }
        facts.push(
          `Diagnosis: ${newDiagnosisWords({
            kind: one.kind as IncomingDiagnosis['kind'],
            tumourGroup: one.tumour_group as IncomingDiagnosis['tumourGroup'],
            site: one.site,
            date: known,
            stage: one.stage,
            route: one.route as IncomingDiagnosis['route'],
            hospital: one.hospital,
            icd10Code: one.icd10_code,
          })}`,
        )
        facts.push(`Cancer: ${one.id}`)
        facts.push(`Stage: ${one.stage ?? ''}`)
      }
      for (const { event_type, event_date, event_date_precision, note, person_id } of events) {
        if (person_id !== person.id) continue
        const date = { date: event_date, precision: event_date_precision }
        facts.push(`Event: ${eventWords({ eventType: event_type, date, note })}`)
      }
      return [`${person.nhs_number ?? ''} ${person.surname} ${person.given_name}`, new Set(facts)] as const
    }),
  )
}

const SHOWN: ReadonlySet<string> = new Set([
  'Surname',
  'First name',
  'NHS number',
  'Date of birth',
  'Sex',
  'Postcode',
  'Usual GP',
  'Diagnosis',
  'Stage',
  'Event',
])

/** Brings in a list and checks that what was shown of each person is what became of them, and of nobody else. */
const bringInAsShown = async (test: TestCore, path: string): Promise<string> => {
  const wizard = importing(test)
  const draft = await wizard.read(path)
  const { counts } = await wizard.preview(draft)
  const outcomes: ImportOutcome[] = ['new', 'changed', 'same', 'conflict', 'rejected']
  const shown = (await Promise.all(outcomes.map((outcome) => shownAs(test, draft.draftId, outcome)))).flat()
  const before = await factsNow(test)
  const batch = await wizard.commit(draft)
  const after = await factsNow(test)
  expect(batch.counts).toEqual(counts)
  expect(shown.reduce((lines, one) => lines + one.lines, 0)).toBe(counts.rowsIn)
  expect(after.size - before.size).toBe(counts.people.new)
  const touched = shown.filter(({ outcome }) => outcome !== 'same' && outcome !== 'rejected')
  for (const one of touched) {
    const found = [...after].filter(
      ([key]) =>
        key.endsWith(`${one.surname} ${one.givenName}`) && (one.nhsNumber === null || key.startsWith(one.nhsNumber)),
    )
    expect(found).toHaveLength(1)
    const [key = '', facts = new Set<string>()] = found[0] ?? []
    for (const { label, theirs, taken } of one.changes)
      if (SHOWN.has(label))
        expect([label, theirs, facts.has(`${label}: ${theirs}`)]).toEqual([
          label,
          theirs,
          taken || facts.has(`${label}: ${theirs}`),
        ])
    // The line of a diagnosis that was here before reads anew when a field is filled; the field itself is told.
    const news = [...facts].filter((fact) => !fact.startsWith('Diagnosis: ') && !(before.get(key)?.has(fact) ?? false))
    const told = new Set(one.changes.filter(({ taken }) => taken).map(({ label, theirs }) => `${label}: ${theirs}`))
    if (one.outcome === 'changed' && !one.changes.some(({ label }) => /^(?:Diagnosis|NHS)/.test(label)))
      expect(news.toSorted()).toEqual([...told].filter((fact) => SHOWN.has(fact.split(':')[0] ?? '')).toSorted())
  }
  const names = new Set(touched.map((one) => `${one.surname} ${one.givenName}`))
  for (const [key, facts] of before)
    if (![...names].some((name) => key.endsWith(name))) expect(after.get(key)).toEqual(facts)
  const again = await wizard.preview(await wizard.read(path))
  expect(again.counts.rows).toMatchObject({ new: 0, changed: 0, rejected: counts.rows.rejected })
  return batch.id
}

interface Runs {
  /** Where its lists are written. */
  readonly folder: string
  readonly numRuns: number
}

/**
 * Two lists about the same people, one after the other: each stores what was shown and nothing else, changes nothing the
 * second time, and the later one leaves nothing when it is taken back.
 */
export const shownIsStored = async (test: TestCore, { folder, numRuns }: Runs): Promise<void> => {
  const numbers = testNhsNumbers(500_000)
  let runs = 0
  await fc.assert(
    fc.asyncProperty(rows, rows, async (first, second) => {
      runs += 1
      const family = `Family${String.fromCharCode(97 + (runs % 26))}${'x'.repeat(Math.floor(runs / 26))}`
      const own = FIRST_NAMES.map(() => String(numbers.next().value))
      const path = join(folder, `${family}.csv`)
      writeFileSync(path, listOf(first, family, own))
      await bringInAsShown(test, path)
      const between = await registerInWords(test)
      writeFileSync(path, listOf(second, family, own))
      const batchId = await bringInAsShown(test, path)
      expect(await finish(test.client.imports.undo({ batchId }))).toMatchObject({ kept: { entries: 0 } })
      expect(await registerInWords(test)).toEqual(between)
    }),
    { numRuns },
  )
}

/** What somebody did to the people of an import outlives its undoing, and everything else is put back. */
export const laterWorkIsKept = async (test: TestCore, { folder, numRuns }: Runs): Promise<void> => {
  const numbers = testNhsNumbers(600_000)
  let runs = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('nothing', 'postcode', 'call'), { minLength: 5, maxLength: 5 }),
      async (edits) => {
        runs += 1
        const family = `Kin${'y'.repeat(runs)}`
        const own = FIRST_NAMES.map(() => String(numbers.next().value))
        const all = (rest: string): string =>
          [HEADINGS, ...FIRST_NAMES.map((name, who) => `${own[who]},${family},${name},01/02/1950,${rest}`)].join('\r\n')
        const path = join(folder, `${family}.csv`)
        const wizard = importing(test)
        writeFileSync(path, all('F,ZZ99 3VZ,Dr Rao,Malignant tumour of lung,13/04/2024,,'))
        await wizard.bringIn(path)
        const before = await registerInWords(test)
        writeFileSync(path, all('F,ZZ99 3WZ,Dr Pugh,Malignant tumour of lung,13/04/2024,2A,05/06/2025'))
        const { batch } = await wizard.bringIn(path)
        const people = await test
          .session()
          .database.read.selectFrom('person')
          .select(['id', 'given_name'])
          .where('surname', '=', family)
          .execute()
        for (const { id, given_name } of people) {
          const edit = edits[FIRST_NAMES.indexOf(given_name)]
          if (edit === 'postcode') {
            const { person } = await test.client.register.person({ id })
            await test.client.register.savePerson({
              id,
              version: person.version,
              person: { ...person, postcode: 'ZZ1 1ZZ' },
            })
          }
          if (edit === 'call')
            await test.client.journey.logEvent({
              personId: id,
              episodeId: null,
              eventType: 'nurse_phone_call',
              lane: 'primary',
              date: '2026-11-20',
              precision: 'day',
              note: null,
              toldBy: 'patient',
              answersEventId: null,
            })
        }
        const edited = edits.filter((edit) => edit === 'postcode').length
        expect(await finish(test.client.imports.undo({ batchId: batch.id }))).toMatchObject({
          kept: { entries: edited },
        })
        const after = await registerInWords(test)
        // Each table is as before, but for the one column or the one row that somebody put there since.
        expect(after['cancer_episode']).toEqual(before['cancer_episode'])
        const withoutEdits = (rows: readonly string[] = []): string[] =>
          rows.map((one) => one.replace('"postcode":"ZZ1 1ZZ"', '"postcode":"ZZ99 3VZ"')).toSorted()
        expect(withoutEdits(after['person'])).toEqual(withoutEdits(before['person']))
        expect(after['person']?.filter((one) => one.includes(family) && one.includes('ZZ1 1ZZ'))).toHaveLength(edited)
        const isCall = (one: string): boolean => one.includes('nurse_phone_call')
        const calls = (rows: readonly string[] = []): number => rows.filter(isCall).length
        expect(calls(after['journey_event']) - calls(before['journey_event'])).toBe(
          edits.filter((edit) => edit === 'call').length,
        )
        expect(after['journey_event']?.filter((one) => !isCall(one))).toEqual(
          before['journey_event']?.filter((one) => !isCall(one)),
        )
      },
    ),
    { numRuns },
  )
}
