import type { ReactNode } from 'react'
import type { Story, StoryLine } from '#shared/features/handouts/story.ts'
import { CheckboxField } from '#renderer/ui/fields/choice-fields.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import type { StoryChoices } from './story-choices.ts'
import classes from './handouts.module.css'

type PartProps = {
  readonly title: string
  readonly lines: readonly StoryLine[]
  readonly choices: StoryChoices
}

const Part = ({ title, lines, choices }: PartProps): ReactNode =>
  lines.length > 0 && (
    <fieldset className={classes.choices}>
      <legend>{title}</legend>
      {lines.map(({ id, text, note }) => (
        <div key={id}>
          <CheckboxField label={text} checked={choices.isIn(id)} onChange={(isIn) => choices.put(id, isIn)} />
          {note !== null && choices.isIn(id) && (
            <div className={classes.noteChoice}>
              <CheckboxField
                label={`With our note: ${note}`}
                checked={choices.hasNote(id)}
                onChange={(hasNote) => choices.putNote(id, hasNote)}
              />
            </div>
          )}
        </div>
      ))}
    </fieldset>
  )

/** What goes on the paper and what is left out, line by line. */
export const StorySide = ({ story, choices }: { readonly story: Story; readonly choices: StoryChoices }): ReactNode => (
  <Panel title="What to print">
    {story.mayNotKnow && story.cancers.length > 0 && (
      <InlineAlert tone="warn" title="They may not have been told">
        Nothing recorded here shows that they know of the diagnosis, so it is left out.
      </InlineAlert>
    )}
    <Part title="What it is about" lines={story.cancers} choices={choices} />
    {story.years.map(({ year, lines }) => (
      <Part key={year} title={year} lines={lines} choices={choices} />
    ))}
    <Part title="What comes next" lines={story.next} choices={choices} />
  </Panel>
)
