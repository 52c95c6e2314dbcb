import { IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useCommands } from '#renderer/app/commands.tsx'
import { keepingWords } from '#renderer/app/use-autosave.ts'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import classes from './own-text.module.css'
import type { KeptTexts } from './use-kept-texts.ts'

type KeptTextsBarProps = { readonly kept: KeptTexts; readonly onDiscarded: () => void }

const Discardable = ({ kept, onDiscarded }: KeptTextsBarProps): ReactNode => {
  const discard = (): void => {
    kept.discard()
    onDiscarded()
  }
  useCommands([
    {
      id: 'reports.discardTexts',
      title: 'Discard the own texts you typed',
      group: 'On this page',
      icon: IconTrash,
      run: discard,
    },
  ])
  return (
    <div className={classes.keeping}>
      <span>
        {kept.keeping.state === 'kept'
          ? 'Saved. What you typed stays here, also after a lock, until you freeze the report.'
          : keepingWords(kept.keeping)}
      </span>
      <Button size="small" kind="quiet" icon={IconTrash} onClick={discard}>
        Discard what I typed
      </Button>
    </div>
  )
}

/** Whether what was typed is kept, and the way to be rid of it. Nothing where nothing was typed. */
export const KeptTextsBar = ({ kept, onDiscarded }: KeptTextsBarProps): ReactNode => (
  <>
    {kept.keeping.state === 'refused' && (
      <InlineAlert
        tone="bad"
        spoken
        title="Not saved: your words are still here"
        actions={<Button onClick={kept.flush}>Try again</Button>}
      >
        {kept.keeping.words}
      </InlineAlert>
    )}
    {kept.isTyped && <Discardable kept={kept} onDiscarded={onDiscarded} />}
  </>
)
