import { type KeyboardEvent, type ReactNode, type RefObject, useId, useRef, useState } from 'react'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { EventTypeCode } from '#shared/features/journey/event-types.ts'
import { eventLabel } from '#shared/features/journey/words.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useLeaveGuard } from '#renderer/app/use-leave-guard.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { announce } from '#renderer/ui/live-region.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { useTypedGuard } from '#renderer/ui/typed-guard.tsx'
import { ComposerCells } from './composer-cells.tsx'
import { ComposerLine } from './composer-line.tsx'
import type { ComposedSave, Composer } from './use-composer.ts'
import classes from './composer.module.css'

type EventComposerProps = {
  /** From `useComposer`, so that the strip can draw what is being typed. */
  readonly composer: Composer
  readonly today: IsoDate
  readonly episodes: readonly { readonly id: string; readonly label: string }[]
  readonly pathways: readonly { readonly id: string; readonly label: string }[]
  readonly inputRef: RefObject<HTMLInputElement | null>
  /** Saves. Resolves to a plain sentence when it could not, and what was typed stays. */
  readonly onSave: (event: ComposedSave) => Promise<string | null>
  /** Asked while the line is typed, between what was understood and its cells. */
  readonly question?: ReactNode
  /** After "Save": where focus should go. "Save, add another" keeps it here. */
  readonly onDone: () => void
}

type ProblemsProps = {
  readonly composer: Composer
  readonly tried: boolean
  readonly id: string
}

const SuggestedEvents = ({ composer }: { readonly composer: Composer }): ReactNode => {
  const { reading, composed, correct } = composer
  if (composed.eventType !== null) return null
  const codes: readonly EventTypeCode[] = [...reading.alternatives.filter((code) => code !== 'other'), 'other']
  return (
    <div className={classes.suggestions} role="group" aria-label="What happened">
      {codes.map((code) => (
        <Button key={code} size="small" onClick={() => correct({ eventType: code })}>
          {eventLabel(code)}
        </Button>
      ))}
    </div>
  )
}

/** Only after somebody tried to save: until then the question itself is enough. */
const SAY_THE_PATHWAY = 'Say which pathway this is on before it is saved, or that it is on none.'

const Problems = ({ composer, tried, id }: ProblemsProps): ReactNode => {
  const messages = composer.isEmpty ? [] : composer.composed.problems.map(({ message }) => message)
  if (tried && composer.composed.asksPathway) messages.push(SAY_THE_PATHWAY)
  const { dateRule } = composer.composed
  return (
    <div id={id} className={classes.problems}>
      {messages.length > 0 && (
        <InlineAlert tone={tried ? 'bad' : 'info'} spoken={tried}>
          {messages.map((message) => (
            <p key={message}>{message}</p>
          ))}
          <SuggestedEvents composer={composer} />
        </InlineAlert>
      )}
      {messages.length === 0 && dateRule !== null && <InlineAlert>{dateRule}</InlineAlert>}
    </div>
  )
}

type Saving = { readonly busy: boolean; readonly tried: boolean; readonly failure: string | null }

const AT_REST: Saving = { busy: false, tried: false, failure: null }

/** Logs one event from one typed line. What was understood is shown before anything is saved. */
export const EventComposer = (props: EventComposerProps): ReactNode => {
  const { composer, today, episodes, pathways, inputRef } = props
  const [{ busy, tried, failure }, setSaving] = useState<Saving>(AT_REST)
  const saving = useRef(false)
  const titleId = useId()
  const problemsId = useId()
  const save = async (another: boolean): Promise<void> => {
    if (saving.current) return
    if (composer.isEmpty) {
      inputRef.current?.focus()
      return
    }
    const { event } = composer
    if (event === null) {
      setSaving({ busy: false, tried: true, failure: null })
      inputRef.current?.focus()
      return
    }
    saving.current = true
    setSaving({ busy: true, tried: false, failure: null })
    const refused = await props.onSave(event)
    saving.current = false
    setSaving({ ...AT_REST, failure: refused })
    if (refused !== null) return
    composer.clear()
    if (another) {
      inputRef.current?.focus()
      announce('Saved. Type the next event.')
    } else props.onDone()
  }
  const emptying = useTypedGuard(() => {
    composer.clear()
    setSaving(AT_REST)
  }, 'Empty the line?')
  const leaving = useLeaveGuard(/\p{L}/u.test(composer.text))
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      void save(false)
    }
    if (event.key !== 'Escape') return
    event.preventDefault()
    // Left to the window, focus would start again at the top of it.
    if (composer.isEmpty) event.currentTarget.closest('main')?.focus({ preventScroll: true })
    emptying.onClose()
  }
  const { lane } = composer.composed
  useCommands([
    {
      id: 'journey.save-another',
      title: 'Save the event and add another',
      group: 'On this page',
      keys: ['Ctrl+Enter'],
      keysOnly: true,
      run: () => {
        if (composer.isEmpty) return false
        void save(true)
      },
    },
  ])
  return (
    <Panel title={<span id={titleId}>Log an event</span>} aside="Type it as you would say it" className={classes.panel}>
      <div className={classes.form} role="group" aria-labelledby={titleId} onFocusCapture={emptying.onFocusCapture}>
        <ComposerLine
          text={composer.text}
          segments={composer.reading.segments}
          lane={lane === null ? null : lane === 'hospital' ? 'hospital' : 'primary'}
          inputRef={inputRef}
          labelledBy={titleId}
          describedBy={problemsId}
          invalid={tried && composer.event === null && !composer.isEmpty}
          onChange={(text) => {
            composer.type(text)
            setSaving(AT_REST)
          }}
          onKeyDown={onKeyDown}
        />
        <Problems composer={composer} tried={tried} id={problemsId} />
        {props.question}
        <ComposerCells
          composed={composer.composed}
          correct={composer.correct}
          today={today}
          isEmpty={composer.isEmpty}
          episodes={episodes}
          pathways={pathways}
          onEnter={() => void save(false)}
        />
        {failure !== null && (
          <InlineAlert tone="bad" spoken title="This was not saved">
            {failure}
          </InlineAlert>
        )}
        <div className={classes.actions}>
          <Button kind="filled" keys="Enter" busy={busy} onClick={() => void save(false)}>
            Save
          </Button>
          <Button keys="Ctrl+Enter" onClick={() => void save(true)}>
            Save, add another
          </Button>
          <span className={classes.hint}>
            <KeyHint keys="Tab" /> to correct
          </span>
        </div>
      </div>
      {emptying.question}
      {leaving.question}
    </Panel>
  )
}
