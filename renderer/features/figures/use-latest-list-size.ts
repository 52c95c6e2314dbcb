import { useCoreQuery } from '#renderer/app/core-query.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { FigureRow } from '#shared/features/figures/schema.ts'

const dayOf = ({ values }: FigureRow): string => String(values['countedOn'] ?? '')

/** The list as a whole: rows by age or sex are parts of it. */
const newestWhole = (rows: readonly FigureRow[]): FigureRow | undefined =>
  rows
    .filter(({ values }) => values['sex'] === undefined && values['ageBand'] === undefined)
    .toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))[0]

/**
 * The practice's list size by the latest table of list sizes: "10,312 on 1 Oct 2026 (NHS England)".
 * @returns null where there is no table with it.
 */
export const useLatestListSize = (odsCode: string): string | null => {
  const wanted = { kind: 'list-sizes', key: odsCode } as const
  const { data } = useCoreQuery('figures', 'lookUp', wanted, { enabled: odsCode !== '' })
  if (data === undefined || data === null) return null
  const row = newestWhole(data.rows)
  const size = row?.values['size']
  if (row === undefined || typeof size !== 'number') return null
  const day = dayOf(row) || data.set.asAt
  return `${size.toLocaleString('en-GB')}${day === null ? '' : ` on ${formatIsoDate(day)}`} (${data.set.source})`
}
