import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { RecordDialog } from '#renderer/features/care/public.ts'
import { LetterDialogs, type LetterDoing, type LetterText, targetOf } from '#renderer/features/letters/public.ts'
import { PathwayDialogs, usePathways } from '#renderer/features/pathways/public.ts'
import { bannerOf } from '#renderer/features/register/public.ts'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import type { PersonLine } from '#shared/domain/person-line.ts'
import type { TodayItem } from '#shared/features/today/schema.ts'
import { actionOf } from './item-actions.ts'

type ReferralProps = {
  readonly person: PersonLine
  readonly pathwayId: string
  readonly task: 'sign' | 'step'
  readonly onClose: () => void
}

/** A referral's own form. It opens once the pathway is read. */
const ReferralDialog = ({ person, pathwayId, task, onClose }: ReferralProps): ReactNode => {
  const all = usePathways(person.id)
  const pathway = all?.pathways.find(({ id }) => id === pathwayId)
  if (all === undefined || pathway === undefined) return null
  return (
    <PathwayDialogs
      task={{ kind: task, pathway }}
      personId={person.id}
      all={all}
      today={dayNow()}
      banner={<PatientBanner layout="preview" patient={bannerOf(person, dayNow())} />}
      onClose={onClose}
    />
  )
}

type LetterProps = Omit<ItemDialogProps, 'item' | 'sends'> & { readonly first: LetterDoing }

/** The forms about a letter: a call or letter sent, and what follows from it. */
const LetterItem = ({ first, onClose, onFailure, onPrint }: LetterProps): ReactNode => {
  const [doing, setDoing] = useState<LetterDoing>(first)
  return (
    <LetterDialogs
      key={doing.action}
      doing={doing}
      onClose={onClose}
      onDone={onClose}
      onFailedUndo={onFailure}
      onPrint={onPrint}
      onNext={setDoing}
    />
  )
}

type ItemDialogProps = {
  readonly item: TodayItem
  /** The drafted letter is wanted, not the call. */
  readonly sends: boolean
  readonly onPrint: (letters: readonly LetterText[]) => void
  readonly onClose: () => void
  readonly onFailure: (words: string) => void
}

/** The form that finishes a thing, from the feature that owns it. */
export const ItemDialog = ({ item, sends, onClose, onFailure, onPrint }: ItemDialogProps): ReactNode => {
  const { facts, person } = item
  const action = actionOf(item)
  if (person === null) return null
  if (facts.kind === 'letter' || facts.kind === 'query')
    return (
      <LetterItem
        first={{ action: sends ? 'letter' : 'call', target: targetOf(facts.row, dayNow()) }}
        onClose={onClose}
        onFailure={onFailure}
        onPrint={onPrint}
      />
    )
  if (facts.kind === 'support_contact' || facts.kind === 'care_review')
    return (
      <RecordDialog
        personId={person.id}
        patient={bannerOf(person, dayNow())}
        kind={facts.kind}
        outcome={facts.kind === 'care_review' ? 'invited' : null}
        onClose={onClose}
        onSaved={onClose}
        onFailedUndo={onFailure}
      />
    )
  if (facts.kind === 'referral' && action.does === 'referral')
    return <ReferralDialog person={person} pathwayId={facts.pathwayId} task={action.task} onClose={onClose} />
  return null
}
