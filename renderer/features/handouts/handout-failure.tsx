import type { ReactNode } from 'react'
import { Link } from '#renderer/app/router.tsx'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'

/** A paper that cannot be put together, with the reason. */
export const HandoutFailure = ({ message }: { readonly message: string }): ReactNode => (
  <EmptyState
    scale="page"
    title="This paper cannot be shown"
    actions={
      <Link href="/register" asChild>
        <ButtonLink kind="filled">Go to the register</ButtonLink>
      </Link>
    }
  >
    {message}
  </EmptyState>
)
