import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { canonicalJson } from '#core/canonical-json.ts'
import { practiceFigures } from '#core/features/network/practice-figures.ts'
import { makePack, frozenFrom } from '#core/features/packs/make-pack.ts'
import { seal } from '#core/features/packs/seal.ts'
import { ownKeyOrNew } from '#core/features/packs/signing.ts'
import { measuredText } from '#core/features/reports/measured-text.ts'
import { readReportPractice } from '#core/features/reports/queries.ts'
import { readPeople, readPersonIds } from '#core/features/reports/source-people.ts'
import type { PracticeFigures } from '#shared/features/packs/schema.ts'
import { presetPeriod } from '#shared/features/reports/labels.ts'
import { monthCountsInSteps } from '#shared/features/reports/month-counts.ts'
import { measureInSteps } from '#shared/features/reports/measure.ts'
import type { ReportPeriod } from '#shared/features/reports/period.ts'
import type { ReportSummary } from '#shared/features/reports/schema.ts'
import type { SourcePerson } from '#shared/features/reports/source.ts'
import { allSteps } from '#shared/domain/steps.ts'
import { type BenchRegister, benchRegister, QUICK_KDF } from './bench-register.ts'
import type { Figure } from './measure.ts'
import { firstMonths } from './report-periods.ts'

const PEOPLE = 20_000
const SIZES = [3, 20, 60] as const
const PASSPHRASE = 'barn copper lantern tide'
const LIMITS = { minute: { most: 60_000 }, held: { most: 400 } } as const

/** A practice of 120 to 540 people, out of those of the register. */
const sizeOf = (at: number): number => 120 + ((at * 37) % 60) * 7

const odsCodeOf = (at: number): string => `A${String(99_902 + at).slice(-5)}`

const readEveryone = async ({ core }: BenchRegister, until: string): Promise<SourcePerson[]> => {
  const { read } = core.vault.openRegister().database
  const ids = await readPersonIds(read)
  const people: SourcePerson[] = []
  for (let start = 0; start < ids.length; start += 400)
    people.push(...(await readPeople(read, ids.slice(start, start + 400), { until, today: core.env.clock.today() })))
  return people
}

const figuresOf = async (
  register: BenchRegister,
  everyone: readonly SourcePerson[],
  period: ReportPeriod,
): Promise<PracticeFigures[]> => {
  const { env, vault } = register.core
  const practice = await readReportPractice(vault.openRegister().database.read)
  let start = 0
  return Array.from({ length: Math.max(...SIZES) }, (_, at) => {
    const people = everyone.slice(start, start + sizeOf(at))
    start += sizeOf(at)
    const source = { practice, people }
    return practiceFigures(
      {
        id: env.ids.next(),
        practiceName: `Practice ${at + 1}`,
        odsCode: odsCodeOf(at),
        networkName: practice.networkName,
        listSize: sizeOf(at) * 25,
        listSizeOn: practice.listSizeOn,
        ...period,
        frozenAt: env.clock.now(),
        producedBy: 'Throughline bench',
        demo: true,
      },
      measuredText({
        practice,
        measured: allSteps(measureInSteps(source, period)),
        months: allSteps(monthCountsInSteps(source, period.to)),
      }),
    )
  })
}

/** Sealed packs in a folder of their own, one of each practice. */
const writePacks = async (
  { core }: BenchRegister,
  folder: string,
  figures: readonly PracticeFigures[],
): Promise<void> => {
  mkdirSync(folder)
  const own = await ownKeyOrNew(core.vault.openRegister().database.read, core.env)
  for (const each of figures) {
    const { id, format, formatVersion } = each
    const pack = makePack(
      {
        about: { kind: 'practice', title: 'Figures', ...frozenFrom(each), smallNumbers: 'exact' },
        dataset: { name: 'figures.json', content: canonicalJson(each), id, format, formatVersion },
        schema: { name: 'figures.schema.json', content: '{}' },
        tables: [],
      },
      own,
    )
    writeFileSync(
      join(folder, `${each.odsCode}.throughline-pack`),
      await seal(core.env.ids, pack, PASSPHRASE, QUICK_KDF),
    )
  }
}

interface Watched<T> {
  readonly value: T
  readonly took: number
  /** The longest that nobody else was served, in milliseconds. */
  readonly heldUp: number
}

const watched = async <T>(work: () => Promise<T>): Promise<Watched<T>> => {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const started = performance.now()
  const value = await work()
  const took = performance.now() - started
  // What held everybody up until now is seen at the next turn.
  await new Promise((next) => setTimeout(next, 10))
  delay.disable()
  return { value, took, heldUp: delay.max / 1_000_000 }
}

const both = (name: string, { took, heldUp }: Watched<unknown>, detail: string): Figure[] => [
  { name, value: took, unit: 'ms', limit: LIMITS.minute, detail },
  { name: `${name}: longest that nobody else was served`, value: heldUp, unit: 'ms', limit: LIMITS.held, detail },
]

const measureNetwork = async (register: BenchRegister, say: (step: string) => void): Promise<Figure[]> => {
  const { core, folder } = register
  const year = presetPeriod('last-year', core.env.clock.today())
  const everyone = await readEveryone(register, year.to)
  const periods = new Map<number, ReportPeriod>([
    [3, firstMonths(year, 3)],
    [20, firstMonths(year, 9)],
    [60, { from: year.from, to: year.to }],
  ])
  for (let at = 0; at < Math.max(...SIZES); at += 1)
    await core.call('network.addPractice', { odsCode: odsCodeOf(at), name: `Practice ${at + 1}`, listSize: null })
  const takeIn = async (period: ReportPeriod, count: number): Promise<Watched<unknown>> => {
    const handle = `packs-${period.to}-${count}`
    const packs = join(folder, handle)
    await writePacks(register, packs, (await figuresOf(register, everyone, period)).slice(0, count))
    core.env.files.grant(handle, packs, 'read-folder')
    return watched(() =>
      core.call('network.takeIn', { ...period, fileHandles: [], folderHandles: [handle], passphrase: PASSPHRASE }),
    )
  }
  const freeze = (period: ReportPeriod): Promise<Watched<ReportSummary>> =>
    watched(() => core.call('network.freeze', period) as Promise<ReportSummary>)
  const figures: Figure[] = []
  const made: ReportSummary[] = []
  for (const count of SIZES) {
    const period = periods.get(count) ?? year
    say(`${count} practices`)
    const taken = await takeIn(period, count)
    const frozen = await freeze(period)
    made.push(frozen.value)
    if (count === 60) figures.push(...both('60 packs taken in', taken, 'deriving their keys takes almost nothing here'))
    figures.push(...both(`combined report of ${count} practices`, frozen, 'added up, small numbers hidden, stored'))
  }
  const largest = made.at(-1)
  if (largest === undefined) throw new Error('nothing was frozen')
  say('beside earlier reports')
  core.env.files.grant('out', folder, 'folder')
  const sending = { folderHandle: 'out', formats: ['json'], purpose: 'Bench', recipient: 'Nobody' }
  for (const { id } of [largest, ...made.slice(0, -1)])
    await core.call('reports.export', { id, ...sending }).catch(() => undefined)
  const half = firstMonths(year, 6)
  await takeIn(half, 60)
  const { value } = await freeze(half)
  const checked = await watched(
    () =>
      core.call('reports.check', { id: value.id }) as Promise<{ compared: number; state: string; findings: unknown[] }>,
  )
  const { compared, state, findings } = checked.value
  const said = `beside ${compared} sent before, ${state}, ${findings.length.toLocaleString('en-GB')} findings`
  figures.push(...both('60 practices held beside earlier reports', checked, said))
  return figures
}

/** Combined reports of few and of many practices: how long they take, and how long nobody else is served. */
export const networkFigures = async (say: (step: string) => void): Promise<Figure[]> => {
  say(`making a register of ${PEOPLE.toLocaleString('en-GB')} people`)
  const register = await benchRegister(PEOPLE)
  try {
    return await measureNetwork(register, say)
  } finally {
    await register.remove()
  }
}
