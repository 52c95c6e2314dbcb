import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useCoreJob } from '#renderer/app/core-query.ts'
import type { Progress } from '#shared/contract/define.ts'
import type { AppError } from '#shared/contract/errors.ts'
import { type DifferenceChoice, type DifferenceCode, differenceOf } from '#shared/features/imports/differences.ts'
import type { DifferenceChoices, FieldChange, ImportRow } from '#shared/features/imports/schema.ts'

export type Difference = NonNullable<FieldChange['difference']>
/** One difference of one person. */
export interface DifferencePlace {
  readonly line: number
  readonly code: DifferenceCode
  readonly nth: number
}

const isAt =
  ({ line, code, nth }: DifferencePlace) =>
  (one: DifferencePlace): boolean =>
    one.line === line && one.code === code && one.nth === nth

/** The choices with another for one difference; null: as nobody had chosen there. */
export const choosingHere = (
  choices: DifferenceChoices,
  place: DifferencePlace,
  choice: DifferenceChoice | null,
): DifferenceChoices => {
  const others = choices.here.filter((one) => !isAt(place)(one))
  return { ...choices, here: choice === null ? others : [...others, { ...place, choice }] }
}

/** The choices with another rule for a kind; null: no rule. */
export const choosingForAll = (
  { forAll, here }: DifferenceChoices,
  code: DifferenceCode,
  choice: DifferenceChoice | null,
): DifferenceChoices => {
  const { [code]: _before, ...others } = forAll
  return { here, forAll: choice === null ? others : { ...others, [code]: choice } }
}

/** A row as these choices make it, before the core has said so: a choice shows at once. */
export const withChoices = (row: ImportRow, { forAll, here }: DifferenceChoices): ImportRow => ({
  ...row,
  changes: row.changes.map((change) => {
    if (change.difference === null) return change
    const { code, nth } = change.difference
    const own = here.find(isAt({ line: row.line, code, nth }))?.choice
    const choice = own ?? forAll[code] ?? differenceOf(code).standing
    const chosen = own !== undefined ? 'here' : forAll[code] !== undefined ? 'for-all' : 'nobody'
    return { ...change, taken: choice !== 'ours', difference: { code, nth, choice, chosen } }
  }),
})

export interface Choosing {
  readonly choices: DifferenceChoices
  readonly progress: Progress | null
  readonly running: boolean
  /** Why the last choice was not taken; what is shown is then again what the draft has. */
  readonly error: AppError | null
  stop(): void
  chooseHere(place: DifferencePlace, choice: DifferenceChoice | null): void
  chooseForAll(code: DifferenceCode, choice: DifferenceChoice | null): void
  /** Takes back the last choice made on this page. False when there is none. */
  undoLast(): boolean
  /** Resolves when the core knows of every choice. */
  settled(): Promise<void>
}

/**
 * The choices of a draft. They show at once; the core is told in their order, the newest standing for those before it,
 * and keeps them with the draft.
 * @param stored as the draft has them.
 */
export const useChoices = (draftId: string, stored: DifferenceChoices): Choosing => {
  const job = useCoreJob('imports', 'choose')
  const queries = useQueryClient()
  const [shown, setShown] = useState(stored)
  const latest = useRef(stored)
  const taken = useRef(stored)
  const past = useRef<DifferenceChoices[]>([])
  const telling = useRef<Promise<void> | null>(null)
  const tell = async (): Promise<void> => {
    for (;;) {
      const told = latest.current
      const preview = await job.start({ draftId, choices: told })
      if (preview === null) {
        latest.current = taken.current
        setShown(taken.current)
        return
      }
      taken.current = told
      queries.setQueryData(['imports', 'draft', { draftId }], (found: object | undefined) =>
        found === undefined ? found : { ...found, preview, choices: told },
      )
      if (told !== latest.current) continue
      await queries.invalidateQueries({ queryKey: ['imports', 'previewRows'] })
      // Somebody may have gone on choosing while the list was loaded again.
      if (told === latest.current) return
    }
  }
  const change = (next: DifferenceChoices): void => {
    latest.current = next
    setShown(next)
    telling.current ??= tell().finally(() => {
      telling.current = null
    })
  }
  const choose = (next: DifferenceChoices): void => {
    past.current.push(latest.current)
    change(next)
  }
  return {
    choices: shown,
    progress: job.progress,
    running: job.running,
    stop: job.stop,
    error: job.error,
    chooseHere: (place, choice) => choose(choosingHere(latest.current, place, choice)),
    chooseForAll: (code, choice) => choose(choosingForAll(latest.current, code, choice)),
    undoLast() {
      const before = past.current.pop()
      if (before === undefined) return false
      change(before)
      return true
    },
    settled: () => telling.current ?? Promise.resolve(),
  }
}
