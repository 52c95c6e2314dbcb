import { urlChoice, urlFlag, urlText, type UrlField } from '#renderer/app/url-state.ts'
import { isIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { DEFAULT_READINGS, type Readings } from '#shared/features/measures/indicators/readings.ts'
import { yearSchema } from '#shared/features/measures/schema.ts'
import { OUTLOOKS } from '#shared/features/measures/what-if.ts'

const urlYear: UrlField<number | null> = {
  usual: null,
  read: (text) => yearSchema.safeParse(Number(text)).data,
  write: (year) => (year === null ? '' : String(year)),
}

/** A day, or none. */
export const urlDay: UrlField<IsoDate | null> = {
  usual: null,
  read: (text) => (isIsoDate(text) ? text : undefined),
  write: (day) => day ?? '',
}

/** Everything that the page keeps in its address. Of a reading only what is not the default stands there. */
export const measureAddress = {
  view: urlChoice(['indicators', 'what-if', 'library', 'patterns'], 'indicators'),
  /** `null`: the year that today lies in. */
  year: urlYear,
  threeMonths: urlChoice<Readings['threeMonths']>(['calendar', '93-days'], DEFAULT_READINGS.threeMonths),
  support: urlChoice<Readings['support']>(['information', 'information-or-contact'], DEFAULT_READINGS.support),
  review: urlChoice<Readings['review']>(['with-template', 'any'], DEFAULT_READINGS.review),
  refusals: urlChoice<Readings['refusals']>(['own-contact', 'either-contact'], DEFAULT_READINGS.refusals),
  adjustments: urlChoice<Readings['adjustments']>(['unless-met', 'always'], DEFAULT_READINGS.adjustments),
  /** `null`: today. */
  date: urlDay,
  code: urlText(''),
  outlook: urlChoice(OUTLOOKS, 'open'),
  hidden: urlFlag(false),
}

type ValueOf<Field> = Field extends UrlField<infer Value> ? Value : never
export type MeasureAddress = { readonly [Name in keyof typeof measureAddress]: ValueOf<(typeof measureAddress)[Name]> }
export type ChangeMeasures = (change: Partial<MeasureAddress>, options?: { readonly replace?: boolean }) => void

/** The readings that an address asks for. */
export const readingsIn = ({ threeMonths, support, review, refusals, adjustments }: MeasureAddress): Readings => ({
  threeMonths,
  support,
  review,
  refusals,
  adjustments,
})
