import type { ReactNode } from 'react'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { usePageTitle } from './page-title.ts'
import { Link } from './router.tsx'

/** An address that leads nowhere: an old link, or a record that has been removed. */
export const NotFound = (): ReactNode => {
  usePageTitle('notFound')
  return (
    <EmptyState
      scale="page"
      title="There is no such page"
      actions={
        <Link href="/register" asChild>
          <ButtonLink kind="filled">Go to the register</ButtonLink>
        </Link>
      }
    >
      What it showed may have been removed, or the link may be from another version.
    </EmptyState>
  )
}
