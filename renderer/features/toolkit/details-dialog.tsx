import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { QuickForm } from '#renderer/app/quick-form.tsx'
import { readDay } from '#renderer/app/typed.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { dayPartsOf } from '#shared/domain/partial-date.ts'
import type { AppError } from '#shared/contract/errors.ts'
import { AUDIENCE_LABELS, TOPIC_LABELS } from '#shared/features/toolkit/labels.ts'
import type { OpenDocument } from '#shared/features/toolkit/schema.ts'
import { TEMPLATE_TOPICS, type TemplateAudience, type TemplateTopic } from '#shared/features/toolkit/template.ts'

/** What is said of a document besides its text. */
export interface Details {
  readonly title: string
  readonly reviewDue: string | null
  readonly audience: TemplateAudience
  readonly topic: TemplateTopic
}

type DetailsDialogProps = {
  readonly document: OpenDocument
  readonly title: string
  readonly reviewDue: string | null
  readonly onSave: (details: Details) => Promise<{ readonly refused: AppError | null }>
  readonly onClose: () => void
}

const LABELS = { title: 'Title', reviewDue: 'Look at it again on', audience: 'Who it is for', topic: 'Topic' } as const

/** A document's title, its readers, its place in the library and when it is looked at again. */
export const DetailsDialog = ({ document, title, reviewDue, onSave, onClose }: DetailsDialogProps): ReactNode => {
  const [name, setName] = useState(title)
  const [review, setReview] = useState(() =>
    reviewDue === null ? { day: '', month: '', year: '' } : dayPartsOf(reviewDue),
  )
  const [audience, setAudience] = useState<TemplateAudience>(document.audience)
  const [topic, setTopic] = useState<TemplateTopic>(document.topic)
  const { saving, labels, idOf, field } = useQuickForm(LABELS)
  const save = async (): Promise<void> => {
    const day = readDay(review)
    if (name.trim() === '') return saving.refuse({ title: 'Give the document a title' })
    if ('fault' in day) return saving.refuse({ reviewDue: day.fault })
    if (await saving.send(() => onSave({ title: name.trim(), reviewDue: day.day, audience, topic }))) onClose()
  }
  return (
    <QuickForm
      title="About this document"
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Save"
      onSave={() => void save()}
      firstField="title"
      onClose={onClose}
    >
      <TextField {...field('title')} maxLength={120} spellCheck value={name} onChange={setName} />
      {document.person === null && (
        <RadioField
          {...field('audience')}
          layout="column"
          options={(['inside', 'outside', 'self'] as const).map((code) => ({
            value: code,
            label: AUDIENCE_LABELS[code],
          }))}
          value={audience === 'person' ? null : audience}
          onChange={setAudience}
        />
      )}
      <SelectField
        {...field('topic')}
        options={TEMPLATE_TOPICS.map((code) => ({ value: code, label: TOPIC_LABELS[code] }))}
        value={topic}
        onChange={(next) => next !== null && setTopic(next)}
      />
      <DateField {...field('reviewDue')} optional exact value={review} onChange={setReview} calendarFrom={dayNow()} />
    </QuickForm>
  )
}
