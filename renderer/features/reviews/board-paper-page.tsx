import { IconArrowLeft, IconFileExport, IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { printPaper } from '#renderer/app/print-page.ts'
import { usePath } from '#renderer/app/router.tsx'
import { PaperDocument } from '#renderer/features/papers/public.ts'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PageHeader } from '#renderer/ui/page-header.tsx'
import { PaperPreview, PaperSheet } from '#renderer/ui/paper-preview.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { reviewPath } from './review-address.ts'
import { usePaperFiles } from './use-paper-files.tsx'

/** `/plan/reviews/:id/paper`: the board paper, seen as it prints. */
export const BoardPaperPage = ({ id }: { readonly id: string }): ReactNode => {
  usePageTitle('boardPaper')
  useBreadcrumbs([
    { label: 'Action plan', path: '/plan' },
    { label: 'Reviews', path: '/plan/reviews' },
    { label: 'Review', path: reviewPath(id) },
    { label: 'Board paper' },
  ])
  const [, goTo] = usePath()
  const asked = useCoreQuery('papers', 'get', { code: 'board-paper', id })
  const review = useCoreQuery('reviews', 'get', { id }).data
  const files = usePaperFiles(id)
  const [failure, setFailure] = useState<string | null>(null)
  const back = (): void => goTo(reviewPath(id))
  const print = async (): Promise<void> => setFailure(await printPaper('board-paper', id))
  useCommands([
    {
      id: 'paper.print',
      title: 'Print the board paper',
      group: 'On this page',
      keys: ['P'],
      icon: IconPrinter,
      run: () => void print(),
    },
    { id: 'paper.back', title: 'Back to the review', group: 'On this page', keys: ['Esc'], run: back },
  ])
  return (
    <PaperPreview
      tools={
        <>
          <PageHeader
            title="Board paper"
            actions={
              <>
                <Button icon={IconArrowLeft} keys="Esc" onClick={back}>
                  Back to the review
                </Button>
                <Button icon={IconPrinter} keys="P" onClick={() => void print()}>
                  Print
                </Button>
                {files.write !== undefined && (
                  <Button kind="filled" icon={IconFileExport} keys="W" onClick={files.write}>
                    Write to files
                  </Button>
                )}
              </>
            }
          >
            {review?.state === 'closed'
              ? 'Kept as it was when the review was closed.'
              : 'A draft: it is made anew until the review is closed.'}
          </PageHeader>
          {(failure ?? asked.error) !== null && (
            <InlineAlert
              tone="bad"
              spoken
              title={failure === null ? 'The paper could not be made' : 'It was not printed'}
            >
              {failure ?? asked.error?.message}
            </InlineAlert>
          )}
        </>
      }
    >
      {asked.data === undefined && asked.error === null && <SkeletonPanel label="Making the paper" lines={12} />}
      {asked.data !== undefined && (
        <PaperSheet held="across">
          <PaperDocument paper={asked.data} level={2} />
        </PaperSheet>
      )}
      {files.dialog}
    </PaperPreview>
  )
}
