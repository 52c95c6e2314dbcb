import { readDay } from '#renderer/app/typed.ts'
import { BLANK_DATE, type DateParts, type IsoDate } from '#shared/domain/partial-date.ts'
import type { ComparedWith } from '#shared/features/reports/comparators.ts'
import {
  type PeriodPreset,
  presetPeriod,
  type ReportPeriod,
  reportPeriodSchema,
} from '#shared/features/reports/period.ts'
import type { OwnText } from '#shared/features/reports/own-text.ts'
import type { SectionCode } from '#shared/features/reports/sections.ts'
import type { ReportDataset } from '#shared/features/reports/schema.ts'
import { type DraftText, textFaults, textsToSend } from './own-text-drafts.ts'

/** The form as it is typed. */
export interface NewReport {
  readonly period: PeriodPreset | 'own'
  readonly from: DateParts
  readonly to: DateParts
  readonly smallNumbers: ReportDataset['smallNumbers']
  /** null: as the report before. */
  readonly sections: readonly SectionCode[] | null
  readonly textsTellOfNobody: boolean
  readonly comparedWith: ComparedWith
  readonly withNetwork: boolean
  /** Ids of published figures. null: as the report before. */
  readonly benchmarks: readonly string[] | null
}

interface ReportRequest extends ReportPeriod {
  readonly smallNumbers: ReportDataset['smallNumbers']
  readonly sections: SectionCode[]
  readonly texts: OwnText[]
  readonly textsTellOfNobody: boolean
  readonly comparedWith: ComparedWith
  readonly withNetwork: boolean
  readonly benchmarks: string[]
}

/** What the report before had, where nothing else was chosen, the texts as they stand and the published figures that are chosen. */
export interface LastReport {
  readonly sections: readonly SectionCode[]
  readonly texts: readonly DraftText[]
  readonly benchmarks: readonly string[]
}

/** The published figures that are chosen, as far as they are still there: one that was added may have been taken back. */
export const chosenBenchmarks = (
  { benchmarks }: Pick<NewReport, 'benchmarks'>,
  choices: { readonly chosen: readonly string[]; readonly benchmarks: readonly { readonly id: string }[] } | undefined,
): string[] =>
  (benchmarks ?? choices?.chosen ?? []).filter((id) => choices?.benchmarks.some((each) => each.id === id) ?? false)

type Read =
  | { readonly ok: true; readonly value: ReportRequest }
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> }

const WHOLE_DATE = 'Enter the day, month and year'

export const newReport = (): NewReport => ({
  period: 'twelve-months',
  from: BLANK_DATE,
  to: BLANK_DATE,
  smallNumbers: 'hide-1-to-5',
  sections: null,
  textsTellOfNobody: false,
  comparedWith: 'latest',
  withNetwork: true,
  benchmarks: null,
})

const readBound = (parts: DateParts): { readonly day: IsoDate } | { readonly fault: string } => {
  const read = readDay(parts)
  if ('fault' in read) return read
  return read.day === null ? { fault: WHOLE_DATE } : { day: read.day }
}

type ReadPeriod =
  | { readonly ok: true; readonly value: ReportPeriod }
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> }

const readPeriod = ({ period, from, to }: NewReport, today: IsoDate): ReadPeriod => {
  if (period !== 'own') return { ok: true, value: presetPeriod(period, today) }
  const first = readBound(from)
  const last = readBound(to)
  if ('fault' in first || 'fault' in last) {
    return {
      ok: false,
      faults: { ...('fault' in first ? { from: first.fault } : {}), ...('fault' in last ? { to: last.fault } : {}) },
    }
  }
  if (last.day > today) return { ok: false, faults: { to: 'The last day is in the future' } }
  const parsed = reportPeriodSchema.safeParse({ from: first.day, to: last.day })
  if (parsed.success) return { ok: true, value: parsed.data }
  return {
    ok: false,
    faults: Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])),
  }
}

/** The period that is chosen; null while its days are not. */
export const periodOf = (wanted: NewReport, today: IsoDate): ReportPeriod | null => {
  const read = readPeriod(wanted, today)
  return read.ok ? read.value : null
}

/** What to ask the core for, or what to put right first, by field. */
export const readNewReport = (wanted: NewReport, today: IsoDate, before: LastReport): Read => {
  const { smallNumbers, textsTellOfNobody, comparedWith, withNetwork } = wanted
  const sections = [...(wanted.sections ?? before.sections)]
  if (sections.length === 0) return { ok: false, faults: { sections: 'Choose at least one section' } }
  const texts = textsToSend(before.texts)
  const faults = textFaults(texts, sections, textsTellOfNobody)
  const period = readPeriod(wanted, today)
  if (!period.ok) return { ok: false, faults: { ...period.faults, ...faults } }
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  const benchmarks = [...before.benchmarks]
  const beside = { comparedWith, withNetwork, benchmarks }
  return { ok: true, value: { ...period.value, smallNumbers, sections, texts, textsTellOfNobody, ...beside } }
}
