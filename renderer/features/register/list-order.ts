import { useState } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import type { Neighbours } from '#shared/features/register/schema.ts'
import { readUrlState } from '#renderer/app/url-state.ts'
import { type RegisterAddress, registerAddress } from './register-address.ts'
import { listQueryOf } from './register-rows.ts'

/** The register as it was left on the way here, or null when this page was reached another way. */
const lastListAddress = (): RegisterAddress | null => {
  if (typeof navigation === 'undefined') return null
  const here = navigation.currentEntry?.index ?? 0
  const entry = navigation
    .entries()
    .findLast(({ index, url }) => index < here && url !== null && new URL(url).pathname === '/register')
  return entry?.url == null ? null : (readUrlState(registerAddress, new URL(entry.url).searchParams) as RegisterAddress)
}

/**
 * Who comes before and after a person in the list that somebody came from, for going to the next and the previous one.
 * undefined while it is not known, and where there was no list.
 */
export const useListNeighbours = (id: string): Neighbours | undefined => {
  const [address] = useState(lastListAddress)
  const list = address === null ? {} : listQueryOf(address)
  return useCoreQuery('register', 'neighbours', { id, list }, { enabled: address !== null }).data
}
