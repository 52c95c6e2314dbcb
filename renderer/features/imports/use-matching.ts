import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { core, runJob } from '#renderer/app/core-client.ts'
import type { Progress } from '#shared/contract/define.ts'
import type { AppError } from '#shared/contract/errors.ts'
import {
  type DateOrder,
  type DatesFound,
  type Looked,
  orderHolds,
  type WordChoice,
  wordKey,
} from '#shared/features/imports/matching.ts'
import type { ColumnChoice, ImportColumn, ImportDraft, ImportField } from '#shared/features/imports/schema.ts'

/** A column with what was chosen for it on this step and what was found in it. */
export interface MatchedColumn {
  readonly column: ImportColumn
  /** The field as chosen by hand here, where it was. */
  readonly chosen: ImportField | undefined
  readonly field: ImportField
  /** null: as found. */
  readonly order: DateOrder | null
  /** What was found in its dates; null for a column without any that are all figures. */
  readonly dates: DatesFound | null
  /** Which of day and month comes first has still to be said. */
  readonly asks: boolean
}

/** True when the dates can only be read the other way. */
export const contradicts = ({ dayFirst, monthFirst }: DatesFound, order: DateOrder | null): boolean =>
  order === 'day-first' ? monthFirst > 0 && dayFirst === 0 : order === 'month-first' && dayFirst > 0 && monthFirst === 0

const hasFigures = ({ dayFirst, monthFirst, eitherWay }: DatesFound): boolean => dayFirst + monthFirst + eitherWay > 0

interface Chosen {
  readonly fields: ReadonlyMap<number, ImportField>
  readonly orders: ReadonlyMap<number, DateOrder>
}

const withChoices = (
  draft: ImportDraft,
  { fields, orders }: Chosen,
  looked: Looked | undefined,
): readonly MatchedColumn[] =>
  draft.columns.map((column) => {
    const chosen = fields.get(column.index)
    const field = chosen ?? column.field
    const found = looked?.dates.find(({ index }) => index === column.index)
    const dates = found !== undefined && hasFigures(found) ? found : null
    const order = orders.get(column.index) ?? column.dates
    // What was said of an earlier file may not hold of this one. Once the draft was checked, it was said of this file.
    const isOfThisFile = draft.remember !== null
    const isUnsaid = order === null ? dates?.asks != null : !isOfThisFile && dates !== null && !orderHolds(order, dates)
    return { column, chosen, field, order, dates, asks: isUnsaid && !orders.has(column.index) }
  })

/** Goes through the whole columns again whenever one goes elsewhere. What was gone through before is remembered. */
const useLook = (draft: ImportDraft, columns: readonly ColumnChoice[], of: 'imports' | 'reconcile') => {
  const [progress, setProgress] = useState<Progress | null>(null)
  const { draftId, readAt } = draft
  const wanted = columns.filter(({ field }) => field !== 'leave_out')
  const found = useQuery<Looked, AppError>({
    queryKey: [of, 'look', draftId, readAt, draft.headerLine, wanted],
    queryFn: ({ signal }) => runJob(core[of].look({ draftId, columns: [...wanted] }, { signal }), setProgress),
    placeholderData: keepPreviousData,
  })
  return { looked: found.data, looking: found.isFetching, progress, error: found.error }
}

/**
 * Everything chosen on the matching step. It starts from what is known of the draft.
 * @param of whose draft it is.
 */
export const useMatching = (draft: ImportDraft, of: 'imports' | 'reconcile' = 'imports') => {
  const [fields, setFields] = useState<ReadonlyMap<number, ImportField>>(new Map())
  const [orders, setOrders] = useState<ReadonlyMap<number, DateOrder>>(new Map())
  const [words, setWords] = useState<readonly WordChoice[]>(draft.words)
  const look = useLook(
    draft,
    draft.columns.map(({ index, field }) => ({ index, field: fields.get(index) ?? field, dates: null })),
    of,
  )
  const columns = withChoices(draft, { fields, orders }, look.looked)
  return {
    ...look,
    columns,
    words,
    chooseField: (index: number, field: ImportField): void => setFields((before) => new Map(before).set(index, field)),
    chooseOrder: (indexes: readonly number[], order: DateOrder): void =>
      setOrders((before) => new Map([...before, ...indexes.map((index) => [index, order] as const)])),
    /** @param choice null: as we read them. */
    chooseWord: (field: WordChoice['field'], theirs: string, choice: WordChoice | null): void =>
      setWords((before) => [
        ...before.filter((one) => one.field !== field || wordKey(one.theirs) !== wordKey(theirs)),
        ...(choice === null ? [] : [choice]),
      ]),
    /** As the next step takes it. Words of columns that go elsewhere now mean nothing there. */
    choices: () => ({
      columns: columns.map(({ column, field }) => ({
        index: column.index,
        field,
        dates: orders.get(column.index) ?? null,
      })),
      words: words.filter(({ field }) => columns.some((column) => column.field === field)),
    }),
  }
}
export type Matching = ReturnType<typeof useMatching>
