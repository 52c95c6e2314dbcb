import { urlChoice, urlText } from '#renderer/app/url-state.ts'
import { addMonths, type IsoDate } from '#shared/domain/partial-date.ts'
import { type GapFilter, lastDayOf } from '#shared/features/letters/gap-figures.ts'
import { urlDocument } from './letters-address.ts'

export const GAP_SPANS = [
  { code: '12', label: '12 months' },
  { code: '24', label: '24 months' },
] as const

/** Everything that the gap meter keeps in its address. */
export const gapAddress = {
  span: urlChoice(
    GAP_SPANS.map(({ code }) => code),
    '12',
  ),
  hospital: urlText(),
  letter: urlDocument,
}

/** The time that the page is about: whole months and the one that runs. */
export const spanOf = (span: string, today: IsoDate): Pick<GapFilter, 'from' | 'to'> => ({
  from: addMonths(`${today.slice(0, 7)}-01`, -Number(span)),
  to: today,
})

/** The span of one month, no further than today. */
export const monthSpan = (month: string, today: IsoDate): Pick<GapFilter, 'from' | 'to'> => {
  const to = lastDayOf(month)
  return { from: `${month}-01`, to: to < today ? to : today }
}
