import { BLANK_DATE, type DateParts, dayPartsOf, partialDateFromParts } from '#shared/domain/partial-date.ts'
import { figureKind, type FigureKindCode } from '#shared/features/figures/kinds.ts'
import { type FigureAbout, figureAboutSchema, type FigureDraft } from '#shared/features/figures/schema.ts'

/** What the figures are, as typed. */
export interface AboutForm {
  readonly kind: FigureKindCode | null
  readonly title: string
  readonly source: string
  readonly edition: string
  readonly asAt: DateParts
  readonly periodFrom: DateParts
  readonly periodTo: DateParts
}

export type AboutFaults = Readonly<Record<string, string>>

/** As far as the file says it of itself. */
export const aboutFormOf = ({ about }: FigureDraft): AboutForm => ({
  kind: about.kind,
  title: about.title ?? '',
  source: about.source ?? '',
  edition: about.edition ?? '',
  asAt: dayPartsOf(about.asAt),
  periodFrom: BLANK_DATE,
  periodTo: BLANK_DATE,
})

const dayIn = (parts: DateParts, name: string, faults: Record<string, string>): string | null => {
  const read = partialDateFromParts(parts)
  if (read.ok && read.value.precision === 'day') return read.value.date
  if (read.ok) faults[name] = 'Enter the day, month and year'
  else if (read.reason !== 'blank') faults[name] = read.message
  return null
}

/** What was typed as the core takes it, or what is wrong with it by field. */
export const readAbout = (form: AboutForm): { about: FigureAbout | null; faults: AboutFaults } => {
  if (form.kind === null) return { about: null, faults: { kind: 'Choose what the figures are' } }
  const isOnDay = figureKind(form.kind).dated === 'day'
  const faults: Record<string, string> = {}
  const parsed = figureAboutSchema.safeParse({
    kind: form.kind,
    title: form.title,
    source: form.source,
    edition: form.edition.trim() === '' ? null : form.edition,
    asAt: isOnDay ? dayIn(form.asAt, 'asAt', faults) : null,
    periodFrom: isOnDay ? null : dayIn(form.periodFrom, 'periodFrom', faults),
    periodTo: isOnDay ? null : dayIn(form.periodTo, 'periodTo', faults),
  })
  for (const { path, message } of parsed.error?.issues ?? []) faults[path.join('.')] ??= message
  return parsed.success && Object.keys(faults).length === 0 ? { about: parsed.data, faults } : { about: null, faults }
}

/** Names of the fields, for the list of what to put right. */
export const ABOUT_LABELS: Readonly<Record<string, string>> = {
  kind: 'What they are',
  title: 'Title',
  source: 'Source',
  edition: 'Edition',
  asAt: 'Day they hold for',
  periodFrom: 'First day',
  periodTo: 'Last day',
}
