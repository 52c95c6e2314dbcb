import { useEffect } from 'react'
import { afterPaint, later } from '#renderer/app/later.tsx'

/** The editor is large: its code comes with the first document that is opened, or ahead of it while nobody waits. */
export const documentPage = later(async () => (await import('./document-page.tsx')).DocumentPage)
export const issuePage = later(async () => (await import('./issue-page.tsx')).IssuePage)

/** Fetches the code of the editor, so that the first document opens as fast as any other. */
export const fetchDocumentPage = (): void => void documentPage.fetch().catch(() => undefined)

const getReady = async (isWanted: () => boolean): Promise<void> => {
  await documentPage.fetch()
  const { startEditor } = await import('./editor/start-editor.ts')
  startEditor()
  const { workOutFacts } = await import('./facts-ahead.ts')
  await workOutFacts(isWanted)
}

/** For pages from which a document is opened: gets ready what it needs once they are on the screen. */
export const useDocumentAhead = (): void =>
  useEffect(() => {
    let isShown = true
    afterPaint(() => {
      if (isShown) getReady(() => isShown).catch(() => undefined)
    })
    return () => {
      isShown = false
    }
  }, [])
