import { useState } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { readUrlState } from '#renderer/app/url-state.ts'
import { filterOf, type RegisterAddress, registerAddress } from './register-address.ts'

const NOBODY: readonly string[] = []

/** The register as it was left on the way here, or null when this page was reached another way. */
const lastListAddress = (): RegisterAddress | null => {
  if (typeof navigation === 'undefined') return null
  const here = navigation.currentEntry?.index ?? 0
  const entry = navigation
    .entries()
    .findLast(({ index, url }) => index < here && url !== null && new URL(url).pathname === '/register')
  return entry?.url == null ? null : (readUrlState(registerAddress, new URL(entry.url).searchParams) as RegisterAddress)
}

/** The people of the list that somebody came from, in its order, for going to the next and the previous one. */
export const useListOrder = (): readonly string[] => {
  const [address] = useState(lastListAddress)
  const query = address === null ? {} : { ...filterOf(address), sort: address.sort, descending: address.desc }
  return useCoreQuery('register', 'filteredIds', query, { enabled: address !== null }).data ?? NOBODY
}
