import { destinations } from '#renderer/app/destinations.ts'
import type { FieldValue } from '#shared/features/toolkit/schema.ts'

/** The list that stands behind a group of facts. */
const LISTS: Readonly<Record<string, string>> = {
  register: '/register',
  letters: '/letters',
  care: '/care-reviews',
  learning: '/learning',
  practice: '/settings/practice',
  plan: '/plan',
}

const TABLES: Readonly<Record<string, string>> = {
  'table.measures-key': '/measures',
  'table.register-by-group': '/register',
  'table.letters-by-kind': '/letters',
  'table.learning-themes': '/learning',
}

const isThere = (path: string): boolean => {
  const [, first = ''] = path.split('/')
  return destinations.some((place) => place.path === `/${first}`)
}

/** Where the measure or the list behind a fact is shown; null where there is no such page. */
export const explainPath = ({ code, measureCode }: Pick<FieldValue, 'code' | 'measureCode'>): string | null => {
  if (measureCode !== null) return `/measures/library/${measureCode}`
  const [group = ''] = code.split('.')
  const planTable = code.startsWith('table.plan-') ? '/plan' : undefined
  const path = TABLES[code] ?? planTable ?? LISTS[group]
  return path !== undefined && isThere(path) ? path : null
}
