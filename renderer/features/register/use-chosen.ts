import { useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { type ListQuery, useListKey } from './register-rows.ts'

const NONE: ReadonlySet<string> = new Set()

export interface ChosenRows {
  readonly ids: ReadonlySet<string>
  readonly state: 'none' | 'some' | 'all'
  readonly toggle: (id: string) => void
  readonly toggleAll: () => void
  readonly clear: () => void
}

/** The people chosen in the list that is shown. Another filter starts with nobody: nobody unseen is ever acted on. */
export const useChosen = (query: ListQuery, total: number): ChosenRows => {
  const { sort: _sort, descending: _descending, ...filter } = query
  const key = useListKey(filter)
  const [held, setHeld] = useState<{ readonly key: string; readonly ids: ReadonlySet<string> }>({ key, ids: NONE })
  const ids = held.key === key ? held.ids : NONE
  const set = (next: ReadonlySet<string>): void => setHeld({ key, ids: next })
  const state = ids.size === 0 ? 'none' : ids.size >= total ? 'all' : 'some'
  return {
    ids,
    state,
    toggle: (id) => set(new Set(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id])),
    toggleAll: () => {
      if (state === 'all') set(NONE)
      else void core.register.filteredIds(query).then((all) => set(new Set(all)))
    },
    clear: () => set(NONE),
  }
}
