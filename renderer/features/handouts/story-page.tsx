import type { ReactNode } from 'react'
import { type Story, storyOf } from '#shared/features/handouts/story.ts'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { HandoutFailure } from './handout-failure.tsx'
import { HandoutFrame } from './handout-frame.tsx'
import { useStoryChoices } from './story-choices.ts'
import { StorySheet } from './story-sheet.tsx'
import { StorySide } from './story-side.tsx'
import { type HandoutSource, useHandout } from './use-handout.ts'

const DEATH = 'A death is recorded here. This paper is written to the person themselves.'

const Loaded = ({ source, story }: { readonly source: HandoutSource; readonly story: Story }): ReactNode => {
  const choices = useStoryChoices(story)
  const { person, handout, today } = source
  return (
    <HandoutFrame
      person={person}
      what="story"
      title="Their journey in plain words"
      hint="For the person themselves. Untick what should not be on it. Our own notes stay off unless you tick them."
      whyNot={story.died ? DEATH : undefined}
      side={<StorySide story={story} choices={choices} />}
    >
      <StorySheet story={story} choices={choices} person={person} practiceName={handout.practiceName} today={today} />
    </HandoutFrame>
  )
}

/** The whole journey in plain words, for the person it happened to. */
export const StoryPage = ({ personId }: { readonly personId: string }): ReactNode => {
  const { source, failure } = useHandout(personId)
  if (failure !== undefined) return <HandoutFailure message={failure} />
  if (source === undefined) return <SkeletonPanel label="Loading the journey" lines={8} />
  return <Loaded key={personId} source={source} story={storyOf(source)} />
}
