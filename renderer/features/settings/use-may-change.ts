import { useCoreQuery } from '#renderer/app/core-query.ts'
import { type Capability, may } from '#shared/permissions.ts'

/** Whether whoever is signed in may change what this part of the settings is about. */
export const useMayChange = (capability: Capability = 'settings.write'): boolean => {
  const user = useCoreQuery('access', 'state', {}).data?.user ?? null
  return user !== null && may(user.role, capability)
}
