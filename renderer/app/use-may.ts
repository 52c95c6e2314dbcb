import { useCoreQuery } from './core-query.ts'
import { type Capability, may } from '#shared/permissions.ts'

/** Which things whoever is signed in may do. */
export const useRights = (): ((capability: Capability) => boolean) => {
  const user = useCoreQuery('access', 'state', {}).data?.user ?? null
  return (capability) => user !== null && may(user.role, capability)
}

/** Whether whoever is signed in may do something. What they may not do is not offered. */
export const useMay = (capability: Capability): boolean => useRights()(capability)
