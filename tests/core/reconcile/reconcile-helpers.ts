import { finish } from '#core/in-process.ts'
import type { ImportField } from '#shared/features/imports/schema.ts'
import type { AboutList, ItemKind, Reconciliation, ReconciliationItem } from '#shared/features/reconcile/schema.ts'
import { asItIs, importing } from '../imports/import-helpers.ts'
import type { TestCore } from '#tests/support/test-core.ts'

export const HEADINGS = 'NHS number,Surname,First name,Date of birth,Cancer,Diagnosis date'

export const aboutYear = (change: Partial<AboutList> = {}): AboutList => ({
  name: 'Wexcombe MDT',
  source: 'hospital',
  from: '2026-01-01',
  to: '2026-12-31',
  tumourGroups: null,
  ...change,
})

type Seen = Pick<Reconciliation, 'id' | 'version'>

/** The steps of comparing a list on a real core. */
export const reconciling = (test: TestCore) => {
  const { client } = test
  const compare = async (
    path: string,
    about: AboutList = aboutYear(),
    replaces: Seen | null = null,
    change: Record<string, ImportField> = {},
  ) => {
    const fileHandle = importing(test).grant(path, 'read')
    const draft = await finish(client.reconcile.read({ fileHandle, reading: asItIs }))
    return finish(
      client.reconcile.compare({
        draftId: draft.draftId,
        columns: draft.columns.map(({ index, heading, field }) => ({
          index,
          field: change[heading] ?? field,
          dates: 'day-first' as const,
        })),
        about,
        replaces: replaces === null ? null : { id: replaces.id, version: replaces.version },
      }),
    )
  }
  return {
    compare,
    get: (id: string): Promise<Reconciliation> => client.reconcile.get({ id }),
    async items(id: string, kind: ItemKind): Promise<ReconciliationItem[]> {
      return (await client.reconcile.items({ id, kind })).rows
    },
    /** The only item of a kind. */
    async only(id: string, kind: ItemKind): Promise<ReconciliationItem> {
      const { rows } = await client.reconcile.items({ id, kind })
      const [item, ...others] = rows
      if (item === undefined || others.length > 0) throw new Error(`${rows.length} items are ${kind}`)
      return item
    },
  }
}

/** The counts of a list, by kind. */
export const itemCounts = ({ counts }: Reconciliation): Record<ItemKind, number> =>
  Object.fromEntries(Object.entries(counts).map(([kind, { items }]) => [kind, items])) as Record<ItemKind, number>
