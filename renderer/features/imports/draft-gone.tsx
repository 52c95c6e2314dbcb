import type { ReactNode } from 'react'
import { Link } from '#renderer/app/router.tsx'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page-header.tsx'

/** In place of a step whose file is no longer there, as after a lock: says why and leads back to the first step. */
export const DraftGone = ({ message }: { readonly message: string }): ReactNode => (
  <Page>
    <EmptyState
      scale="page"
      title="Choose the file again"
      actions={
        <Link href="/imports" asChild>
          <ButtonLink kind="filled">Go to imports</ButtonLink>
        </Link>
      }
    >
      {message}
    </EmptyState>
  </Page>
)
