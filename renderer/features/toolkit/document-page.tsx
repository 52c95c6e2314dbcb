import type { ReactNode } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { usePath } from '#renderer/app/router.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { DocumentScreen } from './document-screen.tsx'

/** `/toolkit/:id`: one document. One about a person is opened as such, so that it is noted who looked. */
export const DocumentPage = ({ id }: { readonly id: string }): ReactNode => {
  usePageTitle('document')
  const [, goTo] = usePath()
  const whose = useCoreQuery('toolkit', 'whose', { id })
  const personId = whose.data?.personId ?? null
  const plain = useCoreQuery('toolkit', 'open', { id }, { enabled: whose.data !== undefined && personId === null })
  const ofPerson = useCoreQuery(
    'toolkit',
    'openOfPerson',
    { id, personId: personId ?? '' },
    { enabled: personId !== null },
  )
  const document = personId === null ? plain : ofPerson
  useBreadcrumbs([{ label: 'Toolkit', path: '/toolkit' }, { label: document.data?.title ?? 'Document' }])
  if (document.data !== undefined) return <DocumentScreen document={document.data} />
  const error = whose.error ?? document.error
  if (error === null) return <SkeletonPanel label="Opening the document" lines={12} />
  return (
    <EmptyState
      scale="page"
      title="This document cannot be shown"
      actions={
        <Button kind="filled" onClick={() => goTo('/toolkit')}>
          Go to the toolkit
        </Button>
      }
    >
      {error.message}
    </EmptyState>
  )
}
