import { useQueryClient } from '@tanstack/react-query'
import type { AccessState } from '#shared/features/access/schema.ts'

/** Shows where the app stands after a call that answered it, without asking again. */
export const useShowState = (): ((state: AccessState) => void) => {
  const queryClient = useQueryClient()
  return (state) => queryClient.setQueryData(['access', 'state', {}], state)
}
